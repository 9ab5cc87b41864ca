import { FormNotices } from '#web/form-notices.tsx'
import type { FormProblem } from '#web/page-problem.ts'
import { useTexts } from '#web/language.tsx'
import { Button, Card, Disclosure, FactList, Row, SelectField, Stack } from '#web/ui/index.ts'
import { readingTexts } from '../../messages/reading.ts'
import { roleGroups, type RoleGroup } from './role-groups.ts'
import { choiceOf, rowChoices } from './row-meaning.ts'
import type { RowShown } from './row-page.tsx'
import { rowTexts } from './row-texts.ts'

/** What the row is taken to mean and to be, and the form that corrects it. */
export function MeaningCard({
  row,
  mayWrite,
  problem,
}: {
  row: RowShown
  mayWrite: boolean
  problem: FormProblem | undefined
}) {
  const t = useTexts(rowTexts)
  const words = useTexts(readingTexts)
  const { role, kind, ofWhichComplete, origin } = row.meaning
  const choice = choiceOf(kind, ofWhichComplete)
  const group = (each: RoleGroup) =>
    each === 'balanceInquiry' ? t('group.balanceInquiry') : words(`reading.tableKind.${each}`)
  return (
    <Card id="meaning" title={t('meaning')}>
      <p>{row.hasPrinted ? t('meaning.lead') : t('meaning.leadCompiled')}</p>
      <FactList
        facts={[
          {
            label: t('meaning.role'),
            value: role ? words(`reading.role.${role}`) : t('meaning.role.none'),
          },
          { label: t('meaning.kind'), value: t(`meaning.kind.${choice}`) },
          ...(row.hasPrinted ? [{ label: t('meaning.origin'), value: t(`meaning.origin.${origin}`) }] : []),
        ]}
      />
      {row.hasPrinted && mayWrite ? (
        <Disclosure summary={t('meaning.change')} open={problem !== undefined}>
          <form method="post">
            <Stack>
              <FormNotices problem={problem} />
              <SelectField
                name="role"
                label={t('meaning.role')}
                defaultValue={role ?? ''}
                options={[
                  { value: '', label: t('meaning.role.none') },
                  ...roleGroups(row.table.kind).map(({ group: each, roles }) => ({
                    group: group(each),
                    options: roles.map((value) => ({ value, label: words(`reading.role.${value}`) })),
                  })),
                ]}
              />
              <SelectField
                name="kind"
                label={t('meaning.kind')}
                defaultValue={choice}
                options={rowChoices.map((value) => ({ value, label: t(`meaning.kind.${value}`) }))}
              />
              <Row>
                <Button name="intent" value="meaning" kind="primary">
                  {t('meaning.save')}
                </Button>
              </Row>
            </Stack>
          </form>
        </Disclosure>
      ) : null}
    </Card>
  )
}
