import { data } from 'react-router'
import {
  listOwnPasskeys,
  nameOwnPasskey,
  removeOwnPasskey,
  type OwnPasskey,
} from '#platform/auth/own-passkeys.ts'
import { useLanguage, useTexts } from '../../language.tsx'
import { Button, Card, Disclosure, EmptyState, Notice, Row, Stack, TextField } from '../../ui/index.ts'
import styles from '../account.module.css'
import { accountTexts } from '../messages/account.ts'
import { momentText } from '../moment.tsx'
import { pageTitle } from '../page-title.ts'
import { passkeyScript } from '../passkey/address.server.ts'
import { fieldOf } from '../reader.ts'
import { changingReader, ownReader } from './own-reader.ts'
import type { Route } from './+types/passkeys'

const longestName = 60

export const meta: Route.MetaFunction = ({ matches }) => pageTitle(accountTexts, 'tab.passkeys', matches)

/** Adding a passkey takes the same small script as signing in by one. */
export const headers: Route.HeadersFunction = () => ({ 'x-scripts': 'yes' })

export async function loader({ request, context }: Route.LoaderArgs) {
  const { account, pages } = await ownReader({ request, context })
  return {
    isDemo: account.isDemo,
    passkeys: await listOwnPasskeys(pages.accounts, account.id),
    script: passkeyScript(),
    origin: pages.accounts.publicUrl,
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData()
  const { account, pages, record } = await changingReader({ request, context })
  const id = fieldOf(form, 'passkey')
  if (form.get('intent') === 'remove') {
    if (!(await removeOwnPasskey(pages.accounts, account.id, id))) {
      throw data({ code: 'notFound' }, { status: 404 })
    }
    await record('remove-passkey')
    return data({ done: 'removed' as const })
  }
  const name = fieldOf(form, 'name').slice(0, longestName)
  if (!name || !(await nameOwnPasskey(pages.accounts, account.id, id, name))) {
    throw data({ code: 'notFound' }, { status: 404 })
  }
  return data({ done: 'saved' as const })
}

export default function Passkeys({ loaderData, actionData }: Route.ComponentProps) {
  const t = useTexts(accountTexts)
  const { passkeys, isDemo, script, origin } = loaderData
  return (
    <>
      {actionData ? (
        <Notice tone="good" live>
          <p>{t(actionData.done === 'removed' ? 'passkeys.removed' : 'saved')}</p>
        </Notice>
      ) : null}
      {passkeys.length > 0 ? (
        <Card>
          <div>
            {passkeys.map((passkey) => (
              <OnePasskey key={passkey.id} passkey={passkey} />
            ))}
          </div>
        </Card>
      ) : (
        <EmptyState title={t('passkeys.none')}>{t('passkeys.noneText')}</EmptyState>
      )}
      {isDemo ? null : <AddPasskey script={script} origin={origin} />}
    </>
  )
}

function OnePasskey({ passkey }: { passkey: OwnPasskey }) {
  const t = useTexts(accountTexts)
  const language = useLanguage()
  const name = passkey.name || t('passkeys.unnamed')
  return (
    <div className={styles.thing}>
      <div className={styles.thingHead}>
        <span className={styles.thingName}>{name}</span>
        <span className={styles.soft}>
          {passkey.addedAt
            ? `${t('passkeys.added', { date: momentText(passkey.addedAt, language, { time: false }) })} · `
            : ''}
          {t(passkey.backedUp ? 'passkeys.backedUp' : 'passkeys.oneDevice')}
        </span>
      </div>
      <Row>
        <Disclosure summary={t('passkeys.rename')}>
          <form method="post">
            <Stack>
              <input type="hidden" name="passkey" value={passkey.id} />
              <TextField
                label={t('passkeys.renameOf', { name })}
                name="name"
                defaultValue={passkey.name}
                maxLength={longestName}
                required
              />
              <p>
                <Button name="intent" value="rename">
                  {t('save')}
                </Button>
              </p>
            </Stack>
          </form>
        </Disclosure>
        <form method="post">
          <input type="hidden" name="passkey" value={passkey.id} />
          <Button
            name="intent"
            value="remove"
            kind="danger"
            small
            aria-label={t('passkeys.removeOf', { name })}
          >
            {t('passkeys.remove')}
          </Button>
        </form>
      </Row>
    </div>
  )
}

function AddPasskey({ script, origin }: { script: string; origin: string }) {
  const t = useTexts(accountTexts)
  return (
    <Card title={t('passkeys.add')}>
      <div data-passkey="add" data-origin={origin}>
        <noscript>
          <p>{t('passkeys.needsScript')}</p>
        </noscript>
        <p data-passkey-when="unusable" hidden>
          {t('passkeys.unsupported')}
        </p>
        <form data-passkey-when="usable" hidden>
          <Stack>
            <TextField
              label={t('passkeys.addName')}
              hint={t('passkeys.addNameHint')}
              name="name"
              maxLength={longestName}
              autoComplete="off"
            />
            <p>
              <Button kind="primary">{t('passkeys.add')}</Button>
            </p>
          </Stack>
        </form>
        <div data-passkey-says="failed" hidden>
          <Notice tone="bad" live>
            <p>{t('passkeys.failed')}</p>
          </Notice>
        </div>
        <div data-passkey-says="notFresh" hidden>
          <Notice tone="warn" live>
            <p>{t('passkeys.notFresh')}</p>
          </Notice>
        </div>
        <script type="module" src={script} async />
      </div>
    </Card>
  )
}
