import type { z } from 'zod'
import { useLanguage, useTexts } from '#web/language.tsx'
import type { FormProblem } from '#web/page-problem.ts'
import { Button, Choice, ChoiceGroup, SelectField, Stack, TextArea, TextField } from '#web/ui/index.ts'
import type { listJoinPages } from '../../../operations/joining/list-join-pages.ts'
import { homeWays } from '../../../rules/joining/join-page.ts'
import { joiningTexts } from '../joining-texts.ts'
import styles from '../joining.module.css'

type Shown = z.output<typeof listJoinPages.output>
export type PageShown = Shown['pages'][number]
export type PageChoices = Pick<Shown, 'units' | 'ownUnitIds' | 'purposes'>

/** Everything that is decided about a join page. Without a page it makes a new one. */
export function PageForm({
  page,
  choices,
  problem,
}: {
  page: PageShown | null
  choices: PageChoices
  problem: FormProblem | undefined
}) {
  const t = useTexts(joiningTexts)
  const language = useLanguage()
  const value = (name: keyof PageShown) => problem?.values[name] ?? String(page?.[name] ?? '')
  const field = (name: keyof PageShown) => ({
    name,
    defaultValue: value(name),
    error: problem?.fields[name],
  })
  const option = ({ id, name, depth }: PageChoices['units'][number]) => ({
    value: id,
    label: `${'\u2003'.repeat(depth)}${name}`,
  })
  const own = choices.units.filter(({ id }) => choices.ownUnitIds.includes(id))
  const homes = choices.units.filter(({ beside }) => !beside)
  const chosenHome = value('home') || 'set'
  return (
    <form method="post" className={styles.form}>
      <Stack>
        {page ? null : (
          <SelectField
            label={t('page.unit')}
            hint={t('page.unitHint')}
            {...field('unitId')}
            options={own.map(option)}
          />
        )}
        <TextField label={t('page.title')} {...field('title')} required maxLength={200} />
        <TextArea
          label={t('page.words')}
          hint={t('page.wordsHint')}
          optional={t('optional')}
          {...field('words')}
          rows={5}
          maxLength={4000}
        />
        <ChoiceGroup legend={t('page.home')}>
          {homeWays.map((way) => (
            <Choice
              key={way}
              type="radio"
              name="home"
              value={way}
              label={t(`page.home.${way}`)}
              defaultChecked={chosenHome === way}
            />
          ))}
        </ChoiceGroup>
        <SelectField
          label={t('page.homeUnit')}
          hint={t('page.homeUnitHint')}
          {...field('homeUnitId')}
          options={homes.map(option)}
        />
        <SelectField
          label={t('page.extra')}
          {...field('extraUnitId')}
          options={[
            { value: '', label: t('page.noExtra') },
            ...choices.units.filter(({ beside }) => beside).map(option),
          ]}
        />
        {choices.purposes.length > 0 ? (
          <ChoiceGroup
            legend={t('page.purposes')}
            hint={problem?.fields['purposes'] ?? t('page.purposesHint')}
          >
            {choices.purposes.map(({ purpose, swedish, english }) => (
              <Choice
                key={purpose}
                name="purpose"
                value={purpose}
                label={purpose}
                hint={language === 'sv' ? swedish : english}
                defaultChecked={page?.purposes.includes(purpose) ?? false}
              />
            ))}
          </ChoiceGroup>
        ) : null}
        <TextField
          label={t('page.source')}
          hint={t('page.sourceHint')}
          {...field('source')}
          required
          maxLength={100}
        />
        <TextField
          label={t('page.target')}
          hint={t('page.targetHint')}
          optional={t('optional')}
          {...field('target')}
          type="number"
          min={1}
          numeric
        />
        <TextField label={t('page.opensOn')} optional={t('page.today')} {...field('opensOn')} type="date" />
        <TextField label={t('page.closesOn')} optional={t('optional')} {...field('closesOn')} type="date" />
        <TextField
          label={t('page.maxUses')}
          optional={t('optional')}
          {...field('maxUses')}
          type="number"
          min={1}
          numeric
        />
        <p>
          <Button kind="primary">{t(page ? 'page.save' : 'page.create')}</Button>
        </p>
      </Stack>
    </form>
  )
}
