/**
 * Something that the person at the machine can put right: a setting, a right, a full disk. The message is a
 * sentence for them, printed as it is; there is nothing to look for in a stack.
 */
export class OperatorProblem extends Error {}
