export { Identity } from '@autograph/contracts';
