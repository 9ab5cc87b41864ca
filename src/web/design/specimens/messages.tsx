import { ButtonLink, EmptyState, Icon, Notice, Progress, Status } from '../../ui/index.ts'
import { iconNames } from '../../ui/icon.tsx'
import type { Specimens } from '../specimens.tsx'
import styles from '../design.module.css'

export const messageSpecimens = {
  Notice: (t) => [
    { name: 'status.info', shown: <Notice title={t('notice.info')} /> },
    { name: 'status.good', shown: <Notice tone="good" title={t('notice.good')} /> },
    {
      name: 'status.warn',
      shown: (
        <Notice tone="warn" title={t('notice.warn')}>
          <p>{t('notice.warn.text')}</p>
        </Notice>
      ),
    },
    {
      name: 'status.bad',
      shown: (
        <Notice tone="bad" title={t('notice.bad')}>
          <p>{t('notice.bad.text')}</p>
        </Notice>
      ),
    },
  ],
  EmptyState: (t) => [
    { name: 'state.plain', shown: <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState> },
    {
      name: 'state.withAction',
      shown: (
        <EmptyState
          title={t('empty.title')}
          action={
            <ButtonLink href="#EmptyState" kind="primary">
              {t('empty.action')}
            </ButtonLink>
          }
        >
          {t('empty.text')}
        </EmptyState>
      ),
    },
  ],
  Status: (t) =>
    (['good', 'warn', 'bad', 'info', 'wait', 'plain'] as const).map((tone) => ({
      name: `status.${tone}` as const,
      shown: <Status tone={tone}>{t(`status.${tone}`)}</Status>,
    })),
  Progress: (t) => [
    { name: 'state.known', shown: <Progress label={t('reading')} share={0.4} /> },
    { name: 'state.unknown', shown: <Progress label={t('reading')} /> },
  ],
  Icon: (t) => [
    {
      name: 'state.plain',
      shown: (
        <ul role="list" className={styles.icons}>
          {iconNames.map((name) => (
            <li key={name}>
              <Icon name={name} /> <code>{name}</code>
            </li>
          ))}
        </ul>
      ),
    },
    { name: 'state.label', shown: <Icon name="search" label={t('tab.findings')} /> },
  ],
} satisfies Specimens
