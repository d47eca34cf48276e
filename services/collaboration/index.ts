export { collaboration } from './service.ts';
