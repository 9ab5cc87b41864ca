/** What kind of public body a name speaks of: `Kommunfullmäktige`, `Regionstyrelsen`, `Skolnämnden`, `Bostads AB`. */
export function publicBodyKind(name: string): 'council' | 'executive' | 'committee' | 'company' | 'other' {
  const words = name.toLocaleLowerCase('sv')
  if (/fullmäktige|\bcouncil\b/.test(words)) return 'council'
  if (/\bab\b|bolag|\baktie|\blimited\b|\bltd\b/.test(words)) return 'company'
  if (/(kommun|region|stads|landstings)styrelse|\bexecutive\b/.test(words)) return 'executive'
  return /nämnd|utskott|beredning|\bcommittee\b|\bboard\b/.test(words) ? 'committee' : 'other'
}
