/** Problems of formulas in score rules. */
export const enProblemsRules: Readonly<Record<string, readonly [why: string, fix: string]>> = {
  formula_arguments: ['min and max take two to eight numbers, round takes one', 'write them with commas between'],
  formula_big: ['A part of the formula can grow beyond anything that is a score', 'look at its divisors and products'],
  formula_call: ['There is no such function', 'use min, max or round'],
  formula_character: ['The formula holds a character that has no meaning here', 'use numbers, + - * / ( ), min, max, round and the words of the table'],
  formula_deep: ['Too many brackets lie within each other', 'split it into several rules'],
  formula_empty: ['No formula is given', 'write one, such as 60 * onPace / active'],
  formula_long: ['The formula is longer than 200 characters', 'split it into several rules'],
  formula_scope: ['This word belongs to rules of the other scope (area or cell)', 'change the scope of the rule, or use another word'],
  formula_unexpected: ['The formula cannot be read at this place', 'check the signs and brackets around it'],
  formula_unfinished: ['The formula ends too early', 'add the number, word or bracket that is missing'],
  formula_word: ['The formula uses a word that is not in the table', 'use one of the words listed for this scope'],
  formula_zero: ['A divisor can become 0', 'use one that cannot, such as max(1, …)'],
}
