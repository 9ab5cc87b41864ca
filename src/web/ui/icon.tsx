/** The few pictures the interface uses; each always stands beside a word or has one for screen readers. */
const paths = {
  good: 'M6.4 11.6 3 8.2l1.1-1.1 2.3 2.3L12 3.8l1.1 1.1z',
  warn: 'M8 1.8 15 14H1L8 1.8zm0 4.1c-.5 0-.8.4-.7.9l.2 2.9h1l.2-2.9c.1-.5-.2-.9-.7-.9zm0 5c-.5 0-.8.3-.8.8s.3.8.8.8.8-.3.8-.8-.3-.8-.8-.8z',
  bad: 'M5 1h6l4 4v6l-4 4H5l-4-4V5l4-4zm.9 3.8L4.8 5.9 6.9 8l-2.1 2.1 1.1 1.1L8 9.1l2.1 2.1 1.1-1.1L9.1 8l2.1-2.1-1.1-1.1L8 6.9 5.9 4.8z',
  info: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zm-.8 6v4.5h1.6V7H7.200zM8 4.200a.9.9 0 1 0 0 1.800.9.9 0 0 0 0-1.800z',
  wait: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zm0 1.600a5.400 5.400 0 1 0 0 10.800A5.400 5.400 0 0 0 8 2.600zM7.300 4.500h1.500v3.300l2.200 1.300-.8 1.300-2.900-1.800v-4.100z',
  search:
    'M7 1.500a5.500 5.500 0 0 1 4.300 8.900l3.400 3.400-1 1-3.400-3.400A5.500 5.500 0 1 1 7 1.500zm0 1.500a4 4 0 1 0 0 8 4 4 0 0 0 0-8z',
  down: 'M3.500 5.500 8 10l4.500-4.500 1 1L8 12 2.500 6.500z',
  menu: 'M2 3.500h12V5H2zM2 7.300h12v1.500H2zM2 11h12v1.500H2z',
  edit: 'M11.300 1.300a1.600 1.600 0 0 1 2.300 0l1.100 1.100a1.600 1.600 0 0 1 0 2.300L5.500 13.900 1 15l1.100-4.500zm.4 1.900-1 1L11.800 5.300l1-1zM9.700 5.300l-6.200 6.200-.5 1.500 1.500-.5 6.200-6.200z',
  drag: 'M5 3h2v2H5zm4 0h2v2H9zM5 7h2v2H5zm4 0h2v2H9zm-4 4h2v2H5zm4 0h2v2H9z',
} as const

export type IconName = keyof typeof paths

export const iconNames = Object.keys(paths) as IconName[]

export function Icon({ name, label }: { name: IconName; label?: string }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="currentColor"
      focusable="false"
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      <path d={paths[name]} />
    </svg>
  )
}
