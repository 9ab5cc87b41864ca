import { texts } from '#platform/i18n/texts.ts'
import affiliationsEn from './affiliations.en.json' with { type: 'json' }
import affiliationsSv from './affiliations.sv.json' with { type: 'json' }
import duplicatesEn from './duplicates.en.json' with { type: 'json' }
import duplicatesSv from './duplicates.sv.json' with { type: 'json' }
import electionsEn from './elections.en.json' with { type: 'json' }
import electionsSv from './elections.sv.json' with { type: 'json' }
import growthEn from './growth.en.json' with { type: 'json' }
import growthSv from './growth.sv.json' with { type: 'json' }
import importsEn from './imports.en.json' with { type: 'json' }
import importsSv from './imports.sv.json' with { type: 'json' }
import joiningEn from './joining.en.json' with { type: 'json' }
import joiningSv from './joining.sv.json' with { type: 'json' }
import listsEn from './lists.en.json' with { type: 'json' }
import listsSv from './lists.sv.json' with { type: 'json' }
import personsEn from './persons.en.json' with { type: 'json' }
import personsSv from './persons.sv.json' with { type: 'json' }
import postsEn from './posts.en.json' with { type: 'json' }
import postsSv from './posts.sv.json' with { type: 'json' }
import privacyEn from './privacy.en.json' with { type: 'json' }
import privacySv from './privacy.sv.json' with { type: 'json' }
import registersEn from './registers.en.json' with { type: 'json' }
import registersSv from './registers.sv.json' with { type: 'json' }
import useEn from './use.en.json' with { type: 'json' }
import useSv from './use.sv.json' with { type: 'json' }
import votingEn from './voting.en.json' with { type: 'json' }
import votingSv from './voting.sv.json' with { type: 'json' }

/** What the module says about its operations, in problems, mails and the log; a file an area. */
export const peopleTexts = texts(
  {
    ...personsSv,
    ...importsSv,
    ...duplicatesSv,
    ...listsSv,
    ...joiningSv,
    ...privacySv,
    ...postsSv,
    ...registersSv,
    ...electionsSv,
    ...growthSv,
    ...votingSv,
    ...useSv,
    ...affiliationsSv,
  },
  {
    ...personsEn,
    ...importsEn,
    ...duplicatesEn,
    ...listsEn,
    ...joiningEn,
    ...privacyEn,
    ...postsEn,
    ...registersEn,
    ...electionsEn,
    ...growthEn,
    ...votingEn,
    ...useEn,
    ...affiliationsEn,
  },
)
