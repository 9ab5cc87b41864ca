import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { z } from 'zod'
import { pageTitle } from '#web/account/page-title.ts'
import { useTexts } from '#web/language.tsx'
import { orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { Button, Card, EmptyState, PageHead, SelectField, TextField } from '#web/ui/index.ts'
import { searchSkills } from '../../operations/persons/search-skills.ts'
import { organisers } from '../../people-roles.ts'
import { reachedUnits } from '../persons/reached-units.ts'
import { RegisterLinks } from '../persons/register-links.tsx'
import { registerParts } from '../persons/register-parts.ts'
import { skillsTexts } from './skills-texts.ts'
import styles from './skills.module.css'

export const meta: MetaFunction = ({ matches }) => pageTitle(skillsTexts, 'title', matches)

/** More than can be rung are no answer; without a word it is a look at who there is. */
const most = { found: 100, all: 25 }

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const query = new URL(request.url).searchParams
  const words = (query.get('words') ?? '').trim().slice(0, 200)
  const units = await reachedUnits(visit, organisers)
  const unitId = z.uuid().safeParse(query.get('unit')).data ?? units[0]?.value ?? null
  const { persons } = unitId
    ? await orProblemPage(visit.call(searchSkills, { unitId, words, limit: words ? most.found : most.all }))
    : { persons: [] }
  return { persons, units, unitId, words, parts: registerParts(visit) }
}

/** Who can do what, among those who have agreed to be found; made for the phone. */
export default function SkillsPage() {
  const { persons, units, unitId, words, parts } = useLoaderData<typeof loader>()
  const t = useTexts(skillsTexts)
  const limit = words ? most.found : most.all
  return (
    <>
      <PageHead
        crumbs={[{ href: '/people', label: t('people') }]}
        crumbsLabel={t('crumbs')}
        title={t('title')}
        lead={t('lead')}
      />
      <RegisterLinks parts={parts} current="skills" />
      <form className={styles.filter}>
        <TextField
          label={t('words')}
          hint={t('wordsHint')}
          name="words"
          type="search"
          maxLength={200}
          defaultValue={words}
        />
        <SelectField label={t('unit')} name="unit" defaultValue={unitId ?? ''} options={units} />
        <Button kind="primary">{t('search')}</Button>
      </form>
      {persons.length === 0 ? (
        <EmptyState title={t(words ? 'none' : 'noneTold')}>
          {t(words ? 'noneText' : 'noneToldText')}
        </EmptyState>
      ) : (
        <Card>
          <p>
            {persons.length < limit ? t('count', { count: persons.length }) : t('first', { count: limit })}
          </p>
          <ul className={styles.list}>
            {persons.map((person) => (
              <li key={person.personId} className={styles.item}>
                <h2>
                  <a href={`/people/${person.personId}`}>{person.name}</a>
                </h2>
                <p className={styles.soft}>{person.unit.name}</p>
                {[
                  { label: t('skills'), value: person.skills.join(', ') },
                  { label: t('interests'), value: person.interests.join(', ') },
                  { label: t('affiliations'), value: person.affiliations.join(', ') },
                  { label: t('availability'), value: person.availability },
                ]
                  .filter(({ value }) => value !== '')
                  .map(({ label, value }) => (
                    <p key={label}>
                      <span className={styles.soft}>{label}:</span> {value}
                    </p>
                  ))}
              </li>
            ))}
          </ul>
          <p className={styles.soft}>{t('scope')}</p>
        </Card>
      )}
    </>
  )
}
