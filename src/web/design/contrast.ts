/** A colour as the tokens write it: `oklch(lightness chroma hue)`. */
export type Oklch = { lightness: number; chroma: number; hue: number }

/**
 * Reads a token's colour; `var(--accent-hue)` becomes the given hue.
 * @returns null for what is no opaque oklch colour (a shadow, a size)
 */
export function readOklch(text: string, accentHue: number): Oklch | null {
  const match = /^oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)$/.exec(
    text.replaceAll('var(--accent-hue)', String(accentHue)),
  )
  if (!match) return null
  const [lightness, chroma, hue] = match.slice(1).map(Number) as [number, number, number]
  return { lightness, chroma, hue }
}

/**
 * The contrast of two colours, 1–21 (WCAG 2.2, contrast ratio). Colours outside sRGB are clipped, as browsers do.
 */
export function contrast(one: Oklch, other: Oklch): number {
  const [dark, light] = [luminance(one), luminance(other)].toSorted((a, b) => a - b) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** Relative luminance of a colour (WCAG 2.2). The matrices are those of the Oklab definition. */
function luminance({ lightness, chroma, hue }: Oklch): number {
  const angle = (hue * Math.PI) / 180
  const [a, b] = [chroma * Math.cos(angle), chroma * Math.sin(angle)]
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const [red, green, blue] = [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ].map((channel) => Math.min(1, Math.max(0, channel))) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
