/** Kansli's mark: a sheet with a thread through it, from decision to result. */
export function Mark() {
  return (
    <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
      <path
        d="M5 2.500h10l4 4v15H5z"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.750"
        strokeLinejoin="round"
      />
      <path
        d="M8.500 17.500c3.500 0 1.500-5.500 4-5.500s1 3 3 3"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.750"
        strokeLinecap="round"
      />
      <circle cx="8.500" cy="8" r="1.400" fill="currentColor" />
    </svg>
  )
}
