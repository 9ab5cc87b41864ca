import { accessTexts, createApiToken, listApiTokens, revokeApiToken } from '#platform/access/index.ts'
import { longestTokenDays } from '#platform/access/api-token.ts'
import { today } from '#platform/dates.ts'
import { useLanguage, useTexts } from '../../language.tsx'
import { orFormProblem, orProblemPage } from '../../page-problem.ts'
import {
  Button,
  Card,
  Choice,
  ChoiceGroup,
  EmptyState,
  Notice,
  Row,
  Stack,
  Status,
  TextField,
} from '../../ui/index.ts'
import styles from '../account.module.css'
import { accountTexts } from '../messages/account.ts'
import { momentText } from '../moment.tsx'
import { pageTitle } from '../page-title.ts'
import { fieldOf } from '../reader.ts'
import { moduleNames } from './module-names.server.ts'
import { ownReader } from './own-reader.ts'
import type { Route } from './+types/keys'

export const meta: Route.MetaFunction = ({ matches }) => pageTitle(accountTexts, 'tab.tokens', matches)

export async function loader({ request, context }: Route.LoaderArgs) {
  const { visit, pages, language } = await ownReader({ request, context })
  const { tokens } = await orProblemPage(visit.call(listApiTokens, {}))
  return {
    tokens,
    scopes: moduleNames(pages.tokenScopes, language),
    days: { first: dayIn(0), usual: dayIn(90), last: dayIn(longestTokenDays - 1) },
  }
}

/** The day so many days ahead. */
function dayIn(days: number): string {
  return today(new Date(Date.now() + days * 86_400_000))
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData()
  const { visit } = await ownReader({ request, context })
  return orFormProblem(visit, accessTexts, form, async () => {
    if (form.get('intent') === 'revoke') {
      await visit.call(revokeApiToken, { tokenId: fieldOf(form, 'token') })
      return { revoked: true as const }
    }
    const { token } = await visit.call(createApiToken, {
      name: fieldOf(form, 'name'),
      scopes: form.getAll('scope').map(String),
      expiresOn: fieldOf(form, 'expiresOn'),
    })
    return { token }
  })
}

type ShownKey = Awaited<ReturnType<typeof loader>>['tokens'][number]

export default function Keys({ loaderData, actionData }: Route.ComponentProps) {
  const t = useTexts(accountTexts)
  const { tokens, scopes, days } = loaderData
  const problem = actionData && 'problem' in actionData ? actionData.problem : undefined
  const made = actionData && 'token' in actionData ? actionData.token : null
  const names = new Map<string, string>(
    scopes.flatMap((group) =>
      group.scopes.map((scope) => [scope.value, `${group.name}: ${t(`tokens.${scope.effect}`)}`]),
    ),
  )
  return (
    <>
      {made ? (
        <Notice tone="warn" title={t('tokens.shownTitle')} live>
          <p>{t('tokens.shownText')}</p>
          <p className={styles.key}>{made}</p>
        </Notice>
      ) : null}
      {actionData && 'revoked' in actionData ? (
        <Notice tone="good" live>
          <p>{t('tokens.revoked')}</p>
        </Notice>
      ) : null}
      {tokens.length > 0 ? (
        <Card>
          <ul className={styles.things}>
            {tokens.map((token) => (
              <OneKey
                key={token.id}
                token={token}
                may={token.scopes.map((scope) => names.get(scope) ?? scope).join(', ')}
              />
            ))}
          </ul>
        </Card>
      ) : (
        <EmptyState title={t('tokens.none')}>{t('tokens.noneText')}</EmptyState>
      )}
      <Card title={t('tokens.new')}>
        <form method="post">
          <Stack>
            <TextField
              label={t('tokens.name')}
              hint={t('tokens.nameHint')}
              name="name"
              maxLength={100}
              autoComplete="off"
              defaultValue={problem?.values['name']}
              error={problem?.fields['name']}
              required
            />
            <ChoiceGroup
              legend={t('tokens.scopes')}
              hint={
                problem?.fields['scopes'] ? (
                  <strong role="alert">{t('tokens.scopesMissing')}</strong>
                ) : undefined
              }
            >
              {scopes.map((group) => (
                <fieldset key={group.module} className={styles.scopes}>
                  <legend>{group.name}</legend>
                  {group.scopes.map((scope) => (
                    <Choice
                      key={scope.value}
                      name="scope"
                      value={scope.value}
                      label={t(`tokens.${scope.effect}`)}
                    />
                  ))}
                </fieldset>
              ))}
            </ChoiceGroup>
            <TextField
              label={t('tokens.expires')}
              hint={t('tokens.expiresHint')}
              name="expiresOn"
              type="date"
              min={days.first}
              max={days.last}
              defaultValue={problem?.values['expiresOn'] ?? days.usual}
              error={problem?.fields['expiresOn']}
              required
            />
            <p>
              <Button kind="primary">{t('tokens.create')}</Button>
            </p>
          </Stack>
        </form>
      </Card>
    </>
  )
}

function OneKey({ token, may }: { token: ShownKey; may: string }) {
  const t = useTexts(accountTexts)
  const language = useLanguage()
  const facts = [
    t('tokens.may', { scopes: may }),
    t('tokens.until', { date: momentText(token.expiresAt, language, { time: false }) }),
    token.lastUsedAt
      ? t('tokens.usedAt', { at: momentText(token.lastUsedAt, language) })
      : t('tokens.unused'),
  ]
  return (
    <li className={styles.thing}>
      <div className={styles.thingHead}>
        <span className={styles.thingName}>{token.name}</span>
        <span className={styles.soft}>{token.hint}</span>
        {token.state === 'valid' ? null : <Status tone="plain">{t(`tokens.state.${token.state}`)}</Status>}
      </div>
      <Row align="between">
        <span className={styles.soft}>{facts.join(' · ')}</span>
        {token.state === 'valid' ? (
          <form method="post">
            <input type="hidden" name="token" value={token.id} />
            <Button
              small
              kind="danger"
              name="intent"
              value="revoke"
              aria-label={t('tokens.revokeOf', { name: token.name })}
            >
              {t('tokens.revoke')}
            </Button>
          </form>
        ) : null}
      </Row>
    </li>
  )
}
