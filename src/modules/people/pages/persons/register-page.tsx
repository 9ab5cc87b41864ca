import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { z } from 'zod'
import { pageTitle } from '#web/account/page-title.ts'
import { useTexts } from '#web/language.tsx'
import { orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { ButtonLink, EmptyState, PageHead, Row } from '#web/ui/index.ts'
import { createPerson } from '../../operations/persons/create-person.ts'
import { listPersons, shownStandings } from '../../operations/persons/list-persons.ts'
import { listTags } from '../../operations/persons/list-tags.ts'
import { registerReaders } from '../../people-roles.ts'
import { personsTexts } from './persons-texts.ts'
import { reachedUnits } from './reached-units.ts'
import { RegisterCounts } from './register-counts.tsx'
import { RegisterFilters } from './register-filters.tsx'
import { RegisterLinks } from './register-links.tsx'
import { registerParts } from './register-parts.ts'
import { RegisterTable } from './register-table.tsx'
import styles from './persons.module.css'

export const meta: MetaFunction = ({ matches }) => pageTitle(personsTexts, 'title', matches)

export type RegisterAsked = { words: string; unit: string; standing: string; tag: string }

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const { searchParams } = new URL(request.url)
  const text = (name: string, longest = 200) => (searchParams.get(name) ?? '').trim().slice(0, longest)
  const known = (name: string) => (z.uuid().safeParse(text(name)).success ? text(name) : '')
  const standing = shownStandings.find((each) => each === text('standing'))
  const asked: RegisterAsked = {
    words: text('words'),
    unit: known('unit'),
    standing: standing ?? '',
    tag: known('tag'),
  }
  const after = text('after', 2000)
  const [found, units, tags] = await Promise.all([
    orProblemPage(
      visit.call(listPersons, {
        words: asked.words,
        ...(asked.unit ? { unitId: asked.unit } : {}),
        ...(standing ? { standing } : {}),
        ...(asked.tag ? { tagId: asked.tag } : {}),
        ...(after ? { after } : {}),
      }),
    ),
    reachedUnits(visit, registerReaders),
    visit.may(listTags) ? orProblemPage(visit.call(listTags, {})).then(({ tags: all }) => all) : [],
  ])
  return {
    ...found,
    asked,
    isLater: after !== '',
    units,
    tags: tags.map(({ id, name, unit }) => ({ value: id, label: `${name} (${unit})` })),
    parts: registerParts(visit),
    mayAdd: visit.may(createPerson),
  }
}

/** The register: everybody the visitor reaches, searched by what people write, with how many stand how. */
export default function RegisterPage() {
  const shown = useLoaderData<typeof loader>()
  const t = useTexts(personsTexts)
  const { asked, persons, mayAdd, next } = shown
  const searched = Object.values(asked).some(Boolean)
  const address = (more: Record<string, string>) => {
    const query = new URLSearchParams(
      Object.entries({ ...asked, ...more }).filter(([, value]) => value !== ''),
    ).toString()
    return query ? `/people?${query}` : '/people'
  }
  return (
    <>
      <PageHead
        crumbs={[{ href: '/', label: t('home') }]}
        crumbsLabel={t('crumbs')}
        title={t('title')}
        lead={t('lead')}
        actions={
          mayAdd ? (
            <ButtonLink href="/people/new" kind="primary">
              {t('add')}
            </ButtonLink>
          ) : null
        }
      />
      <RegisterLinks parts={shown.parts} current="register" />
      <RegisterFilters asked={asked} units={shown.units} tags={shown.tags} />
      <RegisterCounts
        counts={shown.counts}
        complete={shown.complete}
        standing={asked.standing}
        address={(standing) => address({ standing })}
      />
      {persons.length === 0 ? (
        <EmptyState
          title={searched ? t('foundNone') : t('empty')}
          action={
            searched ? (
              <ButtonLink href="/people">{t('showAll')}</ButtonLink>
            ) : mayAdd ? (
              <Row>
                <ButtonLink href="/people/new">{t('add')}</ButtonLink>
                {shown.parts.includes('imports') ? (
                  <ButtonLink href="/people/import">{t('part.imports')}</ButtonLink>
                ) : null}
              </Row>
            ) : null
          }
        >
          {searched ? t('foundNoneText') : t('emptyText')}
        </EmptyState>
      ) : (
        <RegisterTable persons={persons} />
      )}
      {next || shown.isLater ? (
        <nav aria-label={t('pages')} className={styles.pages}>
          {shown.isLater ? <a href={address({})}>{t('firstPage')}</a> : null}
          {next ? <a href={address({ after: next })}>{t('nextPage')}</a> : null}
        </nav>
      ) : null}
    </>
  )
}
