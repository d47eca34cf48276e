export { diagram } from './service.ts';
