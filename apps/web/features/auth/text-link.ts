export const textLink = 'rounded-sm font-medium text-accent underline underline-offset-2 hover:text-accent-strong';
