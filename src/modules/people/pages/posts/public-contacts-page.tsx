import {
  isRouteErrorResponse,
  useLoaderData,
  useRouteError,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { municipalities, regions } from '#modules/organisation/index.ts'
import type { Handle } from '#web/handle.ts'
import { useTexts } from '#web/language.tsx'
import { orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { PublicShell } from '#web/shell/public-shell.tsx'
import { Button, Card, EmptyState, Notice, PageHead, TextField } from '#web/ui/index.ts'
import { findPublicContacts } from '../../operations/posts/find-public-contacts.ts'
import { postsTexts } from './posts-texts.ts'
import styles from './posts.module.css'

export const handle = { shell: 'public' } satisfies Handle

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const { organisation } = visit
  // oxlint-disable-next-line typescript/only-throw-error -- how a page says that it is not there
  if (!organisation) throw new Response(null, { status: 404 })
  const words = new URL(request.url).searchParams.get('words')?.trim().slice(0, 100) ?? ''
  const found = await orProblemPage(visit.call(findPublicContacts, words ? { words } : {}))
  const title = postsTexts.in(visit.language)('contacts')
  const places = [...municipalities, ...regions].map(({ name }) => name)
  return { ...found, words, places, slug: organisation.slug, pageTitle: `${title} · ${organisation.name}` }
}

export const meta: MetaFunction<typeof loader> = ({ loaderData }) => [
  { title: loaderData?.pageTitle ?? 'Kansli' },
]

/** Whom everybody can turn to in a municipality or an association: roles and their addresses. */
export default function PublicContactsPage() {
  const { units, meant, more, words, places, slug } = useLoaderData<typeof loader>()
  const t = useTexts(postsTexts)
  return (
    <PublicShell home={`/public/${slug}`}>
      <PageHead title={t('contacts')} lead={t('contactsLead')} />
      <search>
        <form className={styles.filters}>
          <TextField
            label={t('contactsSearch')}
            hint={t('contactsHint')}
            name="words"
            type="search"
            list="places"
            maxLength={100}
            defaultValue={words}
          />
          <datalist id="places">
            {places.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
          <p>
            <Button kind="primary">{t('contactsFind')}</Button>
          </p>
        </form>
      </search>
      {meant !== null && units.length > 0 ? (
        <Notice>
          <p>{t('contactsMeant', { name: meant })}</p>
        </Notice>
      ) : null}
      {units.length === 0 ? (
        <EmptyState title={words ? t('contactsNone', { words: meant ?? words }) : t('contactsEmpty')}>
          {t('contactsNoneText')}
        </EmptyState>
      ) : null}
      {units.map((unit) => (
        <Card key={unit.name} title={unit.name}>
          {unit.bodies.map((body) => (
            <section key={body.name} className={styles.section}>
              <h3>{body.name}</h3>
              {body.contactAddress ? (
                <p>
                  <a href={`mailto:${body.contactAddress}`}>{body.contactAddress}</a>
                </p>
              ) : null}
              {body.roles.length > 0 ? (
                <dl className={styles.seats}>
                  {body.roles.map((role, index) => [
                    // Two roles of a body may be called the same.
                    // oxlint-disable-next-line react/no-array-index-key
                    <dt key={`${index} label`}>{role.label}</dt>,
                    // oxlint-disable-next-line react/no-array-index-key
                    <dd key={index}>
                      {role.holders.join(', ')}{' '}
                      {role.contactAddress ? (
                        <a href={`mailto:${role.contactAddress}`}>{role.contactAddress}</a>
                      ) : null}
                    </dd>,
                  ])}
                </dl>
              ) : null}
            </section>
          ))}
          {unit.publicBodies.map((body) => (
            <section key={`${body.name} ${body.areaName}`} className={styles.section}>
              <h3>{[body.name, body.areaName].filter(Boolean).join(', ')}</h3>
              <ul className={styles.list}>
                {body.holders.map((each) => (
                  <li key={each.name}>
                    {each.name}{' '}
                    <span className={styles.soft}>
                      {[
                        each.post === 'chair' ||
                        each.post === 'viceChair' ||
                        each.post === 'secondViceChair' ||
                        each.post === 'groupLeader'
                          ? t(`post.${each.post}`)
                          : '',
                        each.deputy ? t('deputy') : '',
                      ]
                        .filter(Boolean)
                        .join(', ')}
                    </span>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </Card>
      ))}
      {more ? <p>{t('contactsMore')}</p> : null}
    </PublicShell>
  )
}

export function ErrorBoundary() {
  const error = useRouteError()
  const t = useTexts(postsTexts)
  const missing = isRouteErrorResponse(error) && error.status === 404
  return (
    <PublicShell home="/public">
      <EmptyState title={t(missing ? 'contactsMissing' : 'contactsFault')} />
    </PublicShell>
  )
}
