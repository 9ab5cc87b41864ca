import { PartForm } from '#web/change-form.tsx'
import { useTexts } from '#web/language.tsx'
import type { FormProblem } from '#web/page-problem.ts'
import { SelectField, TextArea, TextField } from '#web/ui/index.ts'
import { anchoringTexts } from './anchoring-texts.ts'
import type { Anchoring } from './read-anchoring.ts'

type Props = { shown: Anchoring; problem: FormProblem | undefined }

/** Asking before a decision. */
export function AskForm({ shown, problem }: Props) {
  const t = useTexts(anchoringTexts)
  const { asking, bodies, units, links, which } = shown
  const own = new Set(asking.map((each) => each.id))
  const ownUnits = new Set(asking.map((each) => each.unitId))
  const linkedBodies = new Set(links.filter((link) => ownUnits.has(link.unitId)).map((link) => link.bodyId))
  const linkedUnits = new Set(links.filter((link) => own.has(link.bodyId)).map((link) => link.unitId))
  const bodyOption = (each: (typeof bodies)[number]) => ({
    value: `body ${each.id}`,
    label: `${each.name}, ${each.unitName}`,
  })
  const linked = bodies.filter((each) => linkedBodies.has(each.id) || linkedUnits.has(each.unitId))
  const first = asking.find((each) => each.id === which.bodyId || each.unitId === which.unitId)
  return (
    <PartForm change="ask" title={t('ask')} text={t('askText')} problem={problem}>
      <SelectField
        label={t('fromBody')}
        name="fromBodyId"
        defaultValue={problem?.values['fromBodyId'] ?? first?.id}
        options={asking.map((each) => ({ value: each.id, label: `${each.name}, ${each.unitName}` }))}
      />
      <SelectField
        label={t('to')}
        name="to"
        required
        defaultValue={problem?.values['to'] ?? ''}
        error={problem?.fields['to']}
        options={[
          { value: '', label: t('choose') },
          ...(linked.length > 0 ? [{ group: t('toLinked'), options: linked.map(bodyOption) }] : []),
          {
            group: t('toBodies'),
            options: bodies.filter((each) => !linked.includes(each)).map(bodyOption),
          },
          {
            group: t('toUnits'),
            options: units.map((unit) => ({ value: `unit ${unit.id}`, label: unit.name })),
          },
        ]}
      />
      <TextField
        label={t('issueField')}
        name="issue"
        required
        maxLength={200}
        defaultValue={problem?.values['issue']}
        error={problem?.fields['issue']}
      />
      <TextArea
        label={t('background')}
        hint={t('backgroundHint')}
        optional={t('optional')}
        name="background"
        rows={5}
        maxLength={10_000}
        defaultValue={problem?.values['background']}
      />
      <TextField
        label={t('answerBy')}
        name="answerBy"
        type="date"
        required
        defaultValue={problem?.values['answerBy']}
        error={problem?.fields['answerBy']}
      />
      <TextField
        label={t('askedOn')}
        optional={t('emptyToday')}
        name="askedOn"
        type="date"
        defaultValue={problem?.values['askedOn']}
        error={problem?.fields['askedOn']}
      />
    </PartForm>
  )
}

/** Saying which units answer for which groups. Whoever is trusted with either may. */
export function LinkForms({ shown, problem }: Props) {
  const t = useTexts(anchoringTexts)
  const { units, bodies, links, linkable, which } = shown
  const may = new Set(linkable)
  const open = links.filter((link) => may.has(link.unitId) || may.has(link.bodyUnitId))
  return (
    <>
      <PartForm change="link" title={t('link')} problem={problem}>
        <SelectField
          label={t('linkUnit')}
          name="unitId"
          defaultValue={problem?.values['unitId'] ?? which.unitId ?? undefined}
          options={units.map((unit) => ({
            value: unit.id,
            label: `${'\u2003'.repeat(unit.depth)}${unit.name}`,
          }))}
        />
        <SelectField
          label={t('linkBody')}
          name="bodyId"
          defaultValue={problem?.values['bodyId'] ?? which.bodyId ?? undefined}
          options={bodies.map((each) => ({ value: each.id, label: `${each.name}, ${each.unitName}` }))}
        />
        <TextField
          label={t('from')}
          optional={t('emptyToday')}
          name="from"
          type="date"
          defaultValue={problem?.values['from']}
          error={problem?.fields['from']}
        />
      </PartForm>
      {open.length > 0 ? (
        <PartForm change="endLink" title={t('endLink')} text={t('endLinkText')} problem={problem} danger>
          <SelectField
            label={t('which')}
            name="link"
            options={open.map((link) => ({
              value: `${link.unitId} ${link.bodyId}`,
              label: `${link.unitName}, ${link.bodyName}`,
            }))}
          />
          <TextField
            label={t('lastDay')}
            optional={t('emptyToday')}
            name="lastDay"
            type="date"
            error={problem?.fields['lastDay']}
          />
        </PartForm>
      ) : null}
    </>
  )
}
