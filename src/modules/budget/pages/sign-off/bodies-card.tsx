import { useLanguage, useTexts } from '#web/language.tsx'
import { Card, EmptyState, Status, Table } from '#web/ui/index.ts'
import { day } from '../parts/times.ts'
import type { SignOffBody } from './sign-off-shown.ts'
import { signOffTexts } from './sign-off-texts.ts'

const tones = { waiting: 'wait', approved: 'good', returned: 'bad', changed: 'warn' } as const

/** The bodies that must anchor the version, and what each last said. */
export function BodiesCard({ bodies, mayChoose }: { bodies: readonly SignOffBody[]; mayChoose: boolean }) {
  const t = useTexts(signOffTexts)
  const language = useLanguage()
  if (bodies.length === 0) {
    return (
      <EmptyState title={t('bodies.none.title')}>
        {mayChoose ? t('bodies.none.text') : t('bodies.none.read')}
      </EmptyState>
    )
  }
  return (
    <Card title={t('bodies.title')}>
      <Table
        label={t('bodies.title')}
        head={
          <tr>
            <th scope="col">{t('body')}</th>
            <th scope="col">{t('body.state')}</th>
            <th scope="col">{t('body.decided')}</th>
            <th scope="col">{t('body.note')}</th>
          </tr>
        }
      >
        <tbody>
          {bodies.map((body) => (
            <tr key={body.bodyId}>
              <th scope="row">{body.name}</th>
              <td>
                <Status tone={tones[body.state]}>{t(`body.${body.state}`)}</Status>
              </td>
              <td>
                {body.decidedOn === null
                  ? ''
                  : [day(body.decidedOn, language), body.reference, t('body.by', { name: body.recordedBy })]
                      .filter(Boolean)
                      .join(', ')}
              </td>
              <td>{body.note}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Card>
  )
}
