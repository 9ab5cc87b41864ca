import { Button, ButtonLink, Disclosure, Menu } from '../../ui/index.ts'
import type { Specimens } from '../specimens.tsx'

const kinds = ['primary', 'plain', 'danger', 'quiet'] as const
const words = { primary: 'save', plain: 'cancel', danger: 'remove', quiet: 'more' } as const

export const actionSpecimens = {
  Button: (t) => [
    ...kinds.map((kind) => ({
      name: `state.${kind}` as const,
      shown: (
        <Button type="button" kind={kind}>
          {t(words[kind])}
        </Button>
      ),
    })),
    {
      name: 'state.small',
      shown: (
        <Button type="button" small>
          {t('save')}
        </Button>
      ),
    },
    {
      name: 'state.disabled',
      shown: (
        <Button type="button" disabled>
          {t('save')}
        </Button>
      ),
    },
  ],
  ButtonLink: (t) => [
    ...kinds.map((kind) => ({
      name: `state.${kind}` as const,
      shown: (
        <ButtonLink href="#ButtonLink" kind={kind}>
          {t(words[kind])}
        </ButtonLink>
      ),
    })),
    {
      name: 'state.small',
      shown: (
        <ButtonLink href="#ButtonLink" small>
          {t('more')}
        </ButtonLink>
      ),
    },
  ],
  Disclosure: (t) => [
    {
      name: 'state.closed',
      shown: (
        <Disclosure summary={t('question')}>
          <p>{t('answer')}</p>
        </Disclosure>
      ),
    },
    {
      name: 'state.open',
      shown: (
        <Disclosure summary={t('question')} open>
          <p>{t('answer')}</p>
        </Disclosure>
      ),
    },
  ],
  Menu: (t) => [
    {
      name: 'state.closed',
      shown: (
        <Menu summary={t('menu')} align="start">
          <a href="#Menu">{t('first')}</a>
          <a href="#Menu">{t('second')}</a>
        </Menu>
      ),
    },
  ],
} satisfies Specimens
