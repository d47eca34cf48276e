import { EditorState, type Extension, Transaction } from '@codemirror/state';

/** Refuses what a person does that would make a text longer than `most` UTF-16 units, and tells of it. What others do is taken as it comes. */
export function textLimit(most: number, onTooLong: () => void): Extension {
  return EditorState.transactionFilter.of((transaction) => {
    const { length } = transaction.newDoc;
    const isOwn = transaction.annotation(Transaction.userEvent) !== undefined;
    if (!isOwn || length <= most || length <= transaction.startState.doc.length) return transaction;
    queueMicrotask(onTooLong);
    return [];
  });
}
