import { roleTexts } from '#platform/access/messages/roles.ts'
import { data, redirect } from 'react-router'
import { changeOwnAccount } from '#platform/auth/own-account.ts'
import { setCookie } from '#platform/http/cookies.ts'
import { isLanguage } from '#platform/i18n/languages.ts'
import { useTexts } from '../../language.tsx'
import { Button, Card, FactList, Notice, SelectField, Stack, Status, TextField } from '../../ui/index.ts'
import { accountTexts } from '../messages/account.ts'
import { pageTitle } from '../page-title.ts'
import { fieldOf } from '../reader.ts'
import { changingReader, ownReader } from './own-reader.ts'
import type { Route } from './+types/you'

const longestName = 200

export const meta: Route.MetaFunction = ({ matches }) => pageTitle(accountTexts, 'title', matches)

export async function loader({ request, context }: Route.LoaderArgs) {
  const { account, visit, language } = await ownReader({ request, context })
  return {
    account,
    language,
    saved: new URL(request.url).searchParams.has('saved'),
    roles: visit.actor.kind === 'person' ? visit.actor.grants.map((grant) => grant.role) : [],
    organisations: visit.organisations,
    organisation: visit.organisation?.slug ?? '',
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData()
  if (form.get('intent') === 'organisation') return chooseOrganisation({ request, context, form })
  const { account, pages } = await changingReader({ request, context })
  const name = fieldOf(form, 'name')
  const language = form.get('language')
  if (!name) return data({ fault: 'required' as const }, { status: 422 })
  if (name.length > longestName) return data({ fault: 'tooLong' as const }, { status: 422 })
  const chosen = typeof language === 'string' && isLanguage(language) ? language : null
  await changeOwnAccount(pages.accounts, account.id, { name, ...(chosen ? { language: chosen } : {}) })
  const headers = new Headers()
  if (chosen) headers.append('set-cookie', setCookie('language', chosen, pages.accounts.secure))
  return redirect('/account?saved', { headers })
}

/** Which of the own organisations to work in, on this device. */
async function chooseOrganisation({
  request,
  context,
  form,
}: Pick<Route.ActionArgs, 'request' | 'context'> & { form: FormData }) {
  const { visit, pages } = await ownReader({ request, context })
  const slug = fieldOf(form, 'organisation')
  if (!visit.organisations.some((each) => each.slug === slug)) {
    throw data({ code: 'notFound' }, { status: 404 })
  }
  return redirect('/', { headers: { 'set-cookie': setCookie('organisation', slug, pages.accounts.secure) } })
}

export default function You({ loaderData, actionData }: Route.ComponentProps) {
  const t = useTexts(accountTexts)
  const role = useTexts(roleTexts)
  const { account, language, saved, roles, organisations, organisation } = loaderData
  const fault = actionData?.fault
  return (
    <>
      {saved ? (
        <Notice tone="good" live>
          <p>{t('saved')}</p>
        </Notice>
      ) : null}
      <Card title={t('tab.you')}>
        <form method="post" action="/account?index">
          <Stack>
            <TextField
              label={t('name')}
              hint={t('nameHint')}
              name="name"
              autoComplete="name"
              defaultValue={account.name}
              error={fault ? t(fault, { most: longestName }) : undefined}
              disabled={account.isDemo}
              required
            />
            <SelectField
              label={t('language')}
              hint={t('languageHint')}
              name="language"
              defaultValue={account.language ?? language}
              disabled={account.isDemo}
              options={[
                { value: 'sv', label: t('swedish') },
                { value: 'en', label: t('english') },
              ]}
            />
            {account.isDemo ? null : (
              <p>
                <Button kind="primary">{t('save')}</Button>
              </p>
            )}
          </Stack>
        </form>
      </Card>
      <Card title={t('safety')}>
        <FactList
          facts={[
            {
              label: t('safety.password'),
              value: (
                <a href="/account/password">
                  {t(account.hasPassword ? 'safety.passwordYes' : 'safety.passwordNo')}
                </a>
              ),
            },
            {
              label: t('safety.secondStep'),
              value: (
                <a href="/account/second-step">
                  <Status tone={account.secondStep ? 'good' : 'warn'}>
                    {t(account.secondStep ? 'safety.secondStepYes' : 'safety.secondStepNo')}
                  </Status>
                </a>
              ),
            },
            {
              label: t('safety.passkeys'),
              value: <a href="/account/passkeys">{t('safety.passkeysCount', { count: account.passkeys })}</a>,
            },
          ]}
        />
      </Card>
      <Card title={t('roles')}>
        {roles.length > 0 ? (
          <p>{roles.map((each) => role(`role.${each}`)).join(', ')}</p>
        ) : (
          <p>{t('rolesNone')}</p>
        )}
      </Card>
      {organisations.length > 1 ? (
        <Card title={t('organisations')}>
          <form method="post" action="/account?index">
            <Stack>
              <input type="hidden" name="intent" value="organisation" />
              <SelectField
                label={t('organisation')}
                name="organisation"
                defaultValue={organisation}
                options={organisations.map((each) => ({ value: each.slug, label: each.name }))}
              />
              <p>
                <Button>{t('organisationChange')}</Button>
              </p>
            </Stack>
          </form>
        </Card>
      ) : null}
    </>
  )
}
