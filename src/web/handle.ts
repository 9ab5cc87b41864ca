import type { UIMatch } from 'react-router'

/** What a route says about itself, as `export const handle = { scripts: true } satisfies Handle`. */
export type Handle = {
  /** Does the page need scripts? Without this it ships none, and plain forms and links do the work. */
  scripts?: true
  /** The frame around it: the office (default), the public site, or nothing. */
  shell?: 'office' | 'public' | 'bare'
}

/** The innermost route's word on its frame, and whether any of them needs scripts. */
export function readHandles(matches: readonly Pick<UIMatch, 'handle'>[]): {
  scripts: boolean
  shell: NonNullable<Handle['shell']>
} {
  const handles = matches.map((match) => match.handle as Handle | undefined)
  return {
    scripts: handles.some((handle) => handle?.scripts === true),
    shell: handles.findLast((handle) => handle?.shell)?.shell ?? 'office',
  }
}
