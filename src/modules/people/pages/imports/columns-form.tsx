import { useTexts } from '#web/language.tsx'
import { Button, Columns, Disclosure, Row, SelectField, Stack } from '#web/ui/index.ts'
import { importWords } from '../../messages/import-words.ts'
import { columnFields } from '../../rules/imports/columns.ts'
import { importTexts } from './import-texts.ts'

type ColumnsSeen = {
  headings: readonly string[]
  columns: readonly string[]
  firstRows: readonly (readonly string[])[]
  fields: readonly { id: string; label: string }[]
  existing: string
  standing: string
}

/** Beyond so many columns, those that are not read are laid aside. */
const manyColumns = 24

/** What each column means, as Kansli proposes and a person corrects, and how the file is to be read in. */
export function ColumnsForm(seen: ColumnsSeen) {
  const t = useTexts(importTexts)
  const words = useTexts(importWords)
  const { headings, columns, existing, standing } = seen
  const places = headings.map((_, place) => place)
  const isMany = headings.length > manyColumns
  const read = isMany ? places.filter((place) => columns[place] !== 'ignore') : places
  const aside = isMany ? places.filter((place) => columns[place] === 'ignore') : []
  return (
    <form method="post">
      <Stack>
        <p>{t('columns.text')}</p>
        <Columns>
          {read.map((place) => (
            <ColumnField key={place} place={place} {...seen} />
          ))}
        </Columns>
        {aside.length > 0 ? (
          <Disclosure summary={t('columns.aside', { count: aside.length })}>
            <Columns>
              {aside.map((place) => (
                <ColumnField key={place} place={place} {...seen} />
              ))}
            </Columns>
          </Disclosure>
        ) : null}
        <Columns>
          <SelectField
            label={t('existing')}
            hint={t('existing.hint')}
            name="existing"
            defaultValue={existing}
            options={(['update', 'fill', 'skip'] as const).map((value) => ({
              value,
              label: t(`existing.${value}`),
            }))}
          />
          <SelectField
            label={t('standing')}
            hint={t('standing.hint')}
            name="standing"
            defaultValue={standing}
            options={(['active', 'applied', 'lapsed'] as const).map((value) => ({
              value,
              label: words(`standing.${value}`),
            }))}
          />
        </Columns>
        <Row>
          <Button name="do" value="columns">
            {t('columns.look')}
          </Button>
        </Row>
      </Stack>
    </form>
  )
}

function ColumnField({ place, headings, columns, firstRows, fields }: ColumnsSeen & { place: number }) {
  const t = useTexts(importTexts)
  const words = useTexts(importWords)
  const sample = firstRows.map((cells) => cells[place]?.trim()).find(Boolean)
  return (
    <SelectField
      label={headings[place] || t('columns.unnamed', { number: place + 1 })}
      hint={sample ? t('columns.sample', { sample: sample.slice(0, 40) }) : t('columns.noSample')}
      name={`column:${place}`}
      defaultValue={columns[place]}
      options={[
        { value: 'ignore', label: words('field.ignore') },
        {
          group: t('columns.register'),
          options: columnFields.map((field) => ({ value: field, label: words(`field.${field}`) })),
        },
        ...(fields.length > 0
          ? [
              {
                group: words('field.fields'),
                options: fields.map(({ id, label }) => ({ value: `field:${id}`, label })),
              },
            ]
          : []),
      ]}
    />
  )
}
