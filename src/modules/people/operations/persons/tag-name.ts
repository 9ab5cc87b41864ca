import { z } from 'zod'
import { tidyName } from '../../rules/names.ts'

export const tagName = z.string().max(200).overwrite(tidyName).min(1).max(60)
