export { type Client, type ClientOptions, createClient } from './client.ts';
export { CodedError, ErrorBody, type ErrorCode, ErrorDetail, errorCodes } from './errors.ts';
export { ServiceHealth, SystemHealth } from './health.ts';
export { defineRoute, type Method, type RouteContract, type RouteInput, type RouteOutput, type ServiceName } from './route.ts';
