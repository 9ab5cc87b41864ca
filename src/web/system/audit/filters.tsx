import { useTexts } from '../../language.tsx'
import { Button, ButtonLink, Row, SelectField, TextField } from '../../ui/index.ts'
import { systemTexts } from '../messages/system.ts'
import styles from './audit.module.css'
import type { Asked } from './query.ts'

const effects = ['write', 'export', 'read'] as const

/** The form the log is searched by; everything asked for stands in the address, so that it can be kept and sent. */
export function Filters({
  asked,
  operations,
  errors,
}: {
  asked: Asked
  operations: readonly { value: string; label: string }[]
  errors: Partial<Record<keyof Asked, string>>
}) {
  const t = useTexts(systemTexts)
  return (
    <form method="get" action="/system/audit" className={styles.filters} role="search">
      <div className={styles.text}>
        <TextField
          type="search"
          name="text"
          label={t('audit.text')}
          hint={t('audit.textHint')}
          error={errors.text}
          defaultValue={asked.text}
          maxLength={200}
        />
      </div>
      <TextField
        type="date"
        name="from"
        label={t('audit.from')}
        error={errors.from}
        defaultValue={asked.from}
      />
      <TextField type="date" name="to" label={t('audit.to')} error={errors.to} defaultValue={asked.to} />
      <SelectField
        name="effect"
        label={t('audit.effect')}
        defaultValue={asked.effect ?? ''}
        options={[
          { value: '', label: t('audit.effect.any') },
          ...effects.map((effect) => ({ value: effect, label: t(`audit.effect.${effect}`) })),
        ]}
      />
      <SelectField
        name="operation"
        label={t('audit.operation')}
        defaultValue={asked.operation ?? ''}
        options={[{ value: '', label: t('audit.operation.any') }, ...operations]}
      />
      {asked.personId ? <input type="hidden" name="personId" value={asked.personId} /> : null}
      {asked.subjectKind ? <input type="hidden" name="subjectKind" value={asked.subjectKind} /> : null}
      {asked.subjectId ? <input type="hidden" name="subjectId" value={asked.subjectId} /> : null}
      <Row className={styles.go}>
        <Button kind="primary">{t('audit.search')}</Button>
        <ButtonLink href="/system/audit" kind="quiet">
          {t('audit.clear')}
        </ButtonLink>
      </Row>
    </form>
  )
}
