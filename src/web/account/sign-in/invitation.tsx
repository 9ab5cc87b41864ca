import { roleTexts } from '#platform/access/messages/roles.ts'
import { data } from 'react-router'
import { answerInvitation, getInvitation, organisationOfToken } from '#modules/organisation/index.ts'
import type { PasswordFault } from '#platform/auth/passwords/password-rules.ts'
import { Problem } from '#platform/operations/problem.ts'
import { useTexts } from '../../language.tsx'
import { Button, ButtonLink, Card, Notice, PageHead, Stack, TextField } from '../../ui/index.ts'
import styles from '../account.module.css'
import { signInTexts } from '../messages/sign-in.ts'
import { pageTitle } from '../page-title.ts'
import { usePasswordFault } from '../password-fault.ts'
import { fieldOf, leadOnAfter, leadOn, readerOf, secretOf, withBack, type Reader } from '../reader.ts'
import type { Route } from './+types/invitation'

export const meta: Route.MetaFunction = ({ loaderData, matches }) =>
  loaderData?.offer
    ? pageTitle(signInTexts, 'invitation.title', matches, {
        organisation: loaderData.offer.organisationName,
      })
    : pageTitle(signInTexts, 'invitation.goneTitle', matches)

export async function loader({ request, context }: Route.LoaderArgs) {
  const token = new URL(request.url).searchParams.get('token') ?? ''
  const reader = readerOf({ request, context })
  const person = reader.visit.session && !reader.visit.session.isDemo ? reader.visit.session.name : null
  const offer = await offerOf(reader, token)
  return data({ token, offer, person }, { status: offer ? 200 : 404 })
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData()
  const reader = readerOf({ request, context })
  const token = fieldOf(form, 'token')
  const name = fieldOf(form, 'name')
  const password = secretOf(form, 'password')
  const call = callerIn(reader, token)
  if (!call) throw data({ code: 'notFound' }, { status: 404 })
  try {
    if (reader.visit.session) {
      await call(answerInvitation, { token })
      return leadOn('/', [])
    }
    const { email } = await call(answerInvitation, { token, name, password })
    const answer = await reader.ask({ path: '/sign-in/email', body: { email, password } })
    return answer.ok ? leadOnAfter(answer, '/') : leadOn('/sign-in?notice=passwordChosen', [])
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const issue = error.issues.find(({ path }) => path[0] === 'password')?.message ?? ''
    return data(
      {
        name,
        fault: (/^password\.(\w+)$/.exec(issue)?.[1] as PasswordFault | undefined) ?? null,
        missing: error.issues.map(({ path }) => String(path[0])),
        exists: error.detail?.key === 'invitation.accountExists',
        gone: error.code === 'notFound',
      },
      { status: error.status },
    )
  }
}

async function offerOf(reader: Reader, token: string) {
  try {
    return (await callerIn(reader, token)?.(getInvitation, { token })) ?? null
  } catch (error) {
    if (error instanceof Problem) return null
    throw error
  }
}

/** Calls in the organisation that the token names; null when it names none. */
function callerIn({ pages, visit }: Reader, token: string) {
  const organisationId = organisationOfToken(token)
  return organisationId ? pages.callIn(visit, organisationId) : null
}

export default function Invitation({ loaderData, actionData }: Route.ComponentProps) {
  const t = useTexts(signInTexts)
  const role = useTexts(roleTexts)
  const { offer, token, person } = loaderData
  if (!offer || actionData?.gone) {
    return (
      <div className={styles.narrow}>
        <PageHead title={t('invitation.goneTitle')} lead={t('invitation.goneText')} />
      </div>
    )
  }
  const back = `/invitation?${new URLSearchParams({ token }).toString()}`
  return (
    <div className={styles.narrow}>
      <Stack>
        <PageHead
          title={t('invitation.title', { organisation: offer.organisationName })}
          lead={t('invitation.lead', { role: role(`role.${offer.role}`), unit: offer.unitName })}
        />
        {offer.isDemo ? (
          <Notice tone="warn">
            <p>{t('invitation.demo')}</p>
          </Notice>
        ) : (
          <Card>
            {person ? (
              <AcceptAsYou token={token} person={person} />
            ) : (
              <AcceptWithNewAccount offer={offer} token={token} back={back} tried={actionData} />
            )}
          </Card>
        )}
      </Stack>
    </div>
  )
}

function AcceptAsYou({ token, person }: { token: string; person: string }) {
  const t = useTexts(signInTexts)
  return (
    <form method="post">
      <Stack>
        <p>{t('invitation.asYou', { name: person })}</p>
        <input type="hidden" name="token" value={token} />
        <Button kind="primary">{t('invitation.submitAs', { name: person })}</Button>
      </Stack>
    </form>
  )
}

type Tried = { name: string; fault: PasswordFault | null; missing: string[]; exists: boolean } | undefined

function AcceptWithNewAccount({
  offer,
  token,
  back,
  tried,
}: {
  offer: { name: string; email: string }
  token: string
  back: string
  tried: Tried
}) {
  const t = useTexts(signInTexts)
  const faultText = usePasswordFault()
  const required = (field: string) => (tried?.missing.includes(field) ? t('required') : undefined)
  const signIn = <ButtonLink href={withBack('/sign-in', back)}>{t('invitation.signIn')}</ButtonLink>
  return (
    <>
      {tried?.exists ? (
        <Notice tone="warn" live>
          <p>{t('invitation.accountExists')}</p>
          <p>{signIn}</p>
        </Notice>
      ) : null}
      <form method="post">
        <Stack>
          <p>{t('invitation.account', { email: offer.email })}</p>
          <input type="hidden" name="token" value={token} />
          {/* For password managers: the name that the password belongs to. */}
          <input type="hidden" name="username" autoComplete="username" value={offer.email} />
          <TextField
            label={t('invitation.name')}
            hint={t('invitation.nameHint')}
            name="name"
            autoComplete="name"
            defaultValue={tried?.name ?? offer.name}
            error={required('name')}
            required
            maxLength={200}
          />
          <TextField
            label={t('invitation.password')}
            hint={t('choose.hint')}
            name="password"
            type="password"
            autoComplete="new-password"
            error={faultText(tried?.fault) ?? required('password')}
            required
          />
          <Button kind="primary">{t('invitation.submit')}</Button>
        </Stack>
      </form>
      {tried?.exists ? null : (
        <div className={styles.ways}>
          <p>{t('invitation.haveAccount')}</p>
          <p>{signIn}</p>
        </div>
      )}
    </>
  )
}
