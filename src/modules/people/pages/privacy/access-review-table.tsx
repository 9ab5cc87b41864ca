import { roleTexts } from '#platform/access/messages/roles.ts'
import type { Role } from '#platform/access/roles.ts'
import { Moment } from '#web/account/moment.tsx'
import { useTexts } from '#web/language.tsx'
import { ButtonLink, Status, Table } from '#web/ui/index.ts'
import type { RecordPart } from '../../rules/visible-parts.ts'
import { officeTexts } from './office-texts.ts'
import styles from './privacy.module.css'

export type ReviewedGrant = {
  id: string
  name: string
  email: string
  role: Role
  unitName: string
  validFrom: string
  validTo: string | null
  grantedByName: string | null
  lentByName: string | null
  lastUsed: Date | null
  parts: readonly RecordPart[]
  mayEnd: boolean
}

/** Each role that covers a unit: who has it, what of a record it sees, since when and by whom, and when it was used. */
export function AccessReviewTable({ grants }: { grants: readonly ReviewedGrant[] }) {
  const t = useTexts(officeTexts)
  const role = useTexts(roleTexts)
  return (
    <Table
      className={styles.stacking ?? ''}
      label={t('review')}
      head={
        <tr>
          <th scope="col">{t('person')}</th>
          <th scope="col">{t('role')}</th>
          <th scope="col">{t('sees')}</th>
          <th scope="col">{t('since')}</th>
          <th scope="col">{t('lastUsed')}</th>
          <th scope="col">{t('end')}</th>
        </tr>
      }
    >
      <tbody>
        {grants.map((grant) => (
          <tr key={grant.id}>
            <th scope="row">
              {grant.name}
              <br />
              <small>{grant.email}</small>
            </th>
            <td data-label={t('role')}>
              {role(`role.${grant.role}`)}
              <br />
              <small>{grant.unitName}</small>
              {grant.lentByName ? (
                <>
                  <br />
                  <Status tone="info">{t('lentBy', { name: grant.lentByName })}</Status>
                </>
              ) : null}
            </td>
            <td data-label={t('sees')}>
              {grant.parts.length === 0
                ? t('seesNone')
                : grant.parts.map((part) => t(`recordPart.${part}`)).join(', ')}
            </td>
            <td data-label={t('since')} className={styles.day}>
              {grant.validFrom}
              {grant.validTo ? `–${grant.validTo}` : ''}
              <br />
              <small>{grant.grantedByName ?? t('bySystem')}</small>
            </td>
            <td data-label={t('lastUsed')} className={styles.day}>
              {grant.lastUsed ? (
                <Moment at={grant.lastUsed} time={false} />
              ) : (
                <Status tone="warn">{t('neverUsed')}</Status>
              )}
            </td>
            <td>
              {grant.mayEnd ? (
                <ButtonLink
                  small
                  href={`/system/access?end=${grant.id}`}
                  aria-label={t('endOf', { role: role(`role.${grant.role}`), name: grant.name })}
                >
                  {t('end')}
                </ButtonLink>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
