/**
 * Parts of the organisation's pages that pages of other modules show too. They are not at the module's door: the command
 * line and the server's jobs come in there without a build, and read no markup.
 */
export { StandingCards } from '#modules/organisation/pages/standing/standing-cards.tsx'
