import { Card, Columns, Prose, Row, Stack, Status } from '../../ui/index.ts'
import type { Say, Specimens } from '../specimens.tsx'

const three = (t: Say) =>
  (['first', 'second', 'third'] as const).map((each) => (
    <Status key={each} tone="plain">
      {t(each)}
    </Status>
  ))

export const layoutSpecimens = {
  Card: (t) => [
    { name: 'state.withTitle', shown: <Card title={t('result')}>{t('answer')}</Card> },
    { name: 'state.without', shown: <Card>{t('answer')}</Card> },
  ],
  Columns: (t) => [
    {
      name: 'state.plain',
      shown: (
        <Columns>
          <Card>{t('first')}</Card>
          <Card>{t('second')}</Card>
          <Card>{t('third')}</Card>
        </Columns>
      ),
    },
  ],
  Row: (t) => [
    { name: 'state.normal', shown: <Row>{three(t)}</Row> },
    { name: 'state.end', shown: <Row align="end">{three(t)}</Row> },
    { name: 'state.between', shown: <Row align="between">{three(t)}</Row> },
  ],
  Stack: (t) => [
    { name: 'state.tight', shown: <Stack gap="tight">{three(t)}</Stack> },
    { name: 'state.normal', shown: <Stack>{three(t)}</Stack> },
    { name: 'state.loose', shown: <Stack gap="loose">{three(t)}</Stack> },
  ],
  Prose: (t) => [
    {
      name: 'state.plain',
      shown: (
        <Prose>
          <p>{t('text')}</p>
        </Prose>
      ),
    },
  ],
} satisfies Specimens
