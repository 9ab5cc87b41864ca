import { pageTitle } from '../account/page-title.ts'
import { useTexts } from '../language.tsx'
import { visitOf } from '../request-context.ts'
import { ButtonLink, Card, FactList, PageHead, Prose } from '../ui/index.ts'
import { describeInterface, type InterfaceDescription } from './describe-interface.server.ts'
import styles from './interface.module.css'
import { interfacePageTexts } from './messages/interface-page.ts'
import { OperationSection } from './operation-section.tsx'
import type { Route } from './+types/interface-page'

export const meta: Route.MetaFunction = ({ matches }) => pageTitle(interfacePageTexts, 'title', matches)

export function loader({ context }: Route.LoaderArgs) {
  const visit = visitOf({ context })
  return { ...describeInterface(visit.language, visit.publicUrl), person: visit.actor.kind === 'person' }
}

/** The interface for programs: how to ask, every operation, every error. */
export default function InterfacePage({ loaderData }: Route.ComponentProps) {
  const t = useTexts(interfacePageTexts)
  return (
    <>
      <PageHead
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            <ButtonLink href="/api/openapi.json">{t('document')}</ButtonLink>
            {loaderData.person ? <ButtonLink href="/account/keys">{t('keys')}</ButtonLink> : null}
          </>
        }
      />
      <Beginning address={loaderData.address} />
      <Contents modules={loaderData.modules} />
      {loaderData.modules.map((module) => (
        <section key={module.name} className={styles.module} id={`module-${module.name}`}>
          <h2>{module.title}</h2>
          {module.operations.map((operation) => (
            <OperationSection key={operation.name} operation={operation} />
          ))}
        </section>
      ))}
      <Problems problems={loaderData.problems} />
    </>
  )
}

const parts = ['who', 'send', 'answer', 'once', 'language', 'terminal'] as const

function Beginning({ address }: { address: string }) {
  const t = useTexts(interfacePageTexts)
  return (
    <Card title={t('begin')}>
      <FactList
        facts={[
          { label: t('begin.address'), value: <code>{address}</code> },
          ...parts.map((part) => ({ label: t(`begin.${part}`), value: t(`begin.${part}Text`) })),
        ]}
      />
    </Card>
  )
}

function Contents({ modules }: Pick<InterfaceDescription, 'modules'>) {
  const t = useTexts(interfacePageTexts)
  return (
    <nav aria-label={t('contents')} className={styles.contents}>
      {modules.map((module) => (
        <div key={module.name}>
          <h2>
            <a href={`#module-${module.name}`}>{module.title}</a>
          </h2>
          <ul role="list">
            {module.operations.map((operation) => (
              <li key={operation.name}>
                <a href={`#${operation.name}`}>{operation.name}</a>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <div>
        <h2>
          <a href="#problems">{t('problems')}</a>
        </h2>
      </div>
    </nav>
  )
}

function Problems({ problems }: Pick<InterfaceDescription, 'problems'>) {
  const t = useTexts(interfacePageTexts)
  return (
    <section id="problems" className={styles.module}>
      <h2>{t('problems')}</h2>
      <Prose>
        <p>{t('problemsText')}</p>
      </Prose>
      <dl className={styles.problems}>
        {problems.map((problem) => (
          <div key={problem.code} id={`problem-${problem.code}`} className={styles.problem}>
            <dt>
              <span className={styles.method}>{problem.status}</span> <code>{problem.code}</code>
            </dt>
            <dd>
              <strong>{problem.title}.</strong> {problem.detail}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
