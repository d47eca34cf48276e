import fc from 'fast-check';

// The same cases on every machine, so that a failure is of a change and not of the day; FUZZ_SEED looks at others.
fc.configureGlobal({ seed: Number(process.env.FUZZ_SEED ?? 7) });
