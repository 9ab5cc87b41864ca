import type { PasswordStrength } from '#platform/auth/passwords/password-rules.ts'
import { useTexts } from '../../language.tsx'
import { ButtonLink, Card, Notice, PageHead, Stack } from '../../ui/index.ts'
import styles from '../account.module.css'
import { setUpTexts } from '../messages/set-up.ts'
import { pageTitle } from '../page-title.ts'
import { signedInReader } from '../reader.ts'
import type { Route } from './+types/done'

const strengths: readonly PasswordStrength[] = ['fair', 'good', 'strong']

export const meta: Route.MetaFunction = ({ matches, loaderData }) =>
  pageTitle(setUpTexts, 'welcomeTitle', matches, { organisation: loaderData?.organisation ?? '' })

export function loader({ request, context }: Route.LoaderArgs) {
  const { visit } = signedInReader({ request, context })
  const told = new URL(request.url).searchParams.get('strength')
  return {
    organisation: visit.organisation?.name ?? 'Kansli',
    strength: strengths.find((strength) => strength === told) ?? null,
  }
}

/** What a new owner does next. */
export default function Done({ loaderData }: Route.ComponentProps) {
  const t = useTexts(setUpTexts)
  const { organisation, strength } = loaderData
  const steps = [
    { key: 'secondStep', href: '/account/second-step' },
    { key: 'invite', href: '/system/access' },
    { key: 'start', href: '/' },
  ] as const
  return (
    <div className={styles.wide}>
      <Stack>
        <PageHead title={t('welcomeTitle', { organisation })} lead={t('welcomeLead')} />
        {strength ? (
          <Notice tone={strength === 'fair' ? 'warn' : 'good'}>
            <p>{t('strength', { strength })}</p>
          </Notice>
        ) : null}
        <Card>
          <ol className={styles.steps}>
            {steps.map(({ key, href }, index) => (
              <li key={key}>
                <Stack gap="tight">
                  <p>{t(`next.${key}Text`)}</p>
                  <p>
                    <ButtonLink href={href} kind={index === 0 ? 'primary' : 'plain'}>
                      {t(`next.${key}`)}
                    </ButtonLink>
                  </p>
                </Stack>
              </li>
            ))}
          </ol>
        </Card>
      </Stack>
    </div>
  )
}
