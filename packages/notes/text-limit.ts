import { limits } from '@autograph/document';
import { EditorState, type Extension, Transaction } from '@codemirror/state';

/** Refuses what a person does that would make a diagram's text longer than a file can hold, and tells of it. What others do is taken as it comes. */
export function textLimit(onTooLong: () => void): Extension {
  return EditorState.transactionFilter.of((transaction) => {
    const { length } = transaction.newDoc;
    const isOwn = transaction.annotation(Transaction.userEvent) !== undefined;
    if (!isOwn || length <= limits.source || length <= transaction.startState.doc.length) return transaction;
    queueMicrotask(onTooLong);
    return [];
  });
}
