import { data } from 'react-router'
import { organisationTexts, setUp } from '#modules/organisation/index.ts'
import { passwordStrength } from '#platform/auth/passwords/password-rules.ts'
import { Problem } from '#platform/operations/problem.ts'
import { useTexts } from '../../language.tsx'
import { Button, ButtonLink, Card, Choice, ChoiceGroup, PageHead, Stack, TextField } from '../../ui/index.ts'
import type { CodeTry } from '../account-pages.ts'
import styles from '../account.module.css'
import { setUpTexts } from '../messages/set-up.ts'
import { pageTitle } from '../page-title.ts'
import { fieldOf, leadOn, readerOf, secretOf } from '../reader.ts'
import { CodeForm } from './code-form.tsx'
import { ColourChoice } from './colour-choice.tsx'
import type { Route } from './+types/set-up'

export const meta: Route.MetaFunction = ({ matches }) => pageTitle(setUpTexts, 'title', matches)

const statuses = { right: 200, wrong: 422, tooMany: 429, alreadySetUp: 410 } as const

export async function loader({ request, context }: Route.LoaderArgs) {
  const { pages, address, visit } = readerOf({ request, context })
  const code = new URL(request.url).searchParams.get('code') ?? ''
  const open = await pages.setUp.isOpen()
  const tried: CodeTry | null = !open ? 'alreadySetUp' : code ? await pages.setUp.try(code, address) : null
  return data({ code, tried, demo: visit.demo }, { status: statuses[tried ?? 'right'] })
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData()
  const reader = readerOf({ request, context })
  const tried = await reader.pages.setUp.try(fieldOf(form, 'code'), reader.address)
  const values = {
    organisationName: fieldOf(form, 'organisationName'),
    unitKind: fieldOf(form, 'unitKind'),
    accentHue: fieldOf(form, 'accentHue') || '210',
    ownerName: fieldOf(form, 'ownerName'),
    ownerEmail: fieldOf(form, 'ownerEmail'),
    keepDemo: form.get('keepDemo') !== 'no',
  }
  if (tried !== 'right') return data({ tried, values, issues: [] }, { status: statuses[tried] })
  const password = secretOf(form, 'password')
  try {
    await reader.pages.callAsOperator(setUp, { ...values, password }, reader.language)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const issues = error.issues.map(({ path, message }) => ({ field: String(path[0]), message }))
    const now = error.detail?.key === 'setUp.done' ? ('alreadySetUp' as const) : tried
    return data({ tried: now, values, issues }, { status: error.status })
  }
  const signedIn = await reader.ask({
    path: '/sign-in/email',
    body: { email: values.ownerEmail, password },
  })
  return leadOn(`/set-up/done?strength=${passwordStrength(password)}`, signedIn.cookies)
}

export default function SetUp({ loaderData, actionData }: Route.ComponentProps) {
  const t = useTexts(setUpTexts)
  const tried = actionData?.tried ?? loaderData.tried
  if (tried === 'alreadySetUp') {
    return (
      <div className={styles.narrow}>
        <Stack>
          <PageHead title={t('doneTitle')} lead={t('doneText')} />
          <p>
            <ButtonLink href="/sign-in" kind="primary">
              {t('signIn')}
            </ButtonLink>
          </p>
        </Stack>
      </div>
    )
  }
  if (tried !== 'right') return <CodeForm tried={tried} />
  return (
    <div className={styles.wide}>
      <Stack>
        <PageHead title={t('title')} lead={t('lead')} />
        <form method="post">
          <Stack>
            <input type="hidden" name="code" value={loaderData.code} />
            <SetUpFields
              values={actionData?.values ?? null}
              issues={actionData?.issues ?? []}
              demo={loaderData.demo}
            />
            <p>
              <Button kind="primary">{t('submit')}</Button>
            </p>
          </Stack>
        </form>
      </Stack>
    </div>
  )
}

type Values = {
  organisationName: string
  unitKind: string
  accentHue: string
  ownerName: string
  ownerEmail: string
  keepDemo: boolean
}

function SetUpFields({
  values,
  issues,
  demo,
}: {
  values: Values | null
  issues: readonly { field: string; message: string }[]
  demo: boolean
}) {
  const t = useTexts(setUpTexts)
  const fault = useTexts(organisationTexts)
  const errorAt = (field: string) => {
    const message = issues.find((issue) => issue.field === field)?.message
    if (!message) return undefined
    if (message.startsWith('password.')) return fault(message as 'password.common')
    if (message === 'setUp.emailTaken') return t('emailTaken')
    if (message === 'input.email') return t('emailInvalid')
    return message === 'input.tooLong' ? t('tooLong') : t('required')
  }
  return (
    <>
      <Card title={t('organisation')}>
        <Stack>
          <TextField
            label={t('organisationName')}
            hint={t('organisationNameHint')}
            name="organisationName"
            autoComplete="organization"
            defaultValue={values?.organisationName}
            error={errorAt('organisationName')}
            required
            maxLength={200}
          />
          <TextField
            label={t('unitKind')}
            hint={t('unitKindHint')}
            name="unitKind"
            list="unit-kinds"
            autoComplete="off"
            defaultValue={values?.unitKind}
            error={errorAt('unitKind')}
            required
            maxLength={60}
          />
          <datalist id="unit-kinds">
            {(['1', '2', '3', '4', '5'] as const).map((kind) => (
              <option key={kind} value={t(`unitKind.${kind}`)} />
            ))}
          </datalist>
          <ColourChoice chosen={values?.accentHue ?? '210'} />
        </Stack>
      </Card>
      <Card title={t('owner')}>
        <Stack>
          <p>{t('ownerText')}</p>
          <TextField
            label={t('ownerName')}
            name="ownerName"
            autoComplete="name"
            defaultValue={values?.ownerName}
            error={errorAt('ownerName')}
            required
            maxLength={200}
          />
          <TextField
            label={t('ownerEmail')}
            name="ownerEmail"
            type="email"
            autoComplete="username"
            defaultValue={values?.ownerEmail}
            error={errorAt('ownerEmail')}
            required
          />
          <TextField
            label={t('password')}
            hint={t('passwordHint')}
            name="password"
            type="password"
            autoComplete="new-password"
            error={errorAt('password')}
            required
          />
        </Stack>
      </Card>
      {demo ? (
        <Card title={t('demo')}>
          <ChoiceGroup legend={t('demoText')}>
            <Choice
              type="radio"
              name="keepDemo"
              value="yes"
              label={t('demoKeep')}
              hint={t('demoKeepHint')}
              defaultChecked={values?.keepDemo !== false}
            />
            <Choice
              type="radio"
              name="keepDemo"
              value="no"
              label={t('demoRemove')}
              hint={t('demoRemoveHint')}
              defaultChecked={values?.keepDemo === false}
            />
          </ChoiceGroup>
        </Card>
      ) : null}
    </>
  )
}
