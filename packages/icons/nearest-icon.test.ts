import { expect, it } from 'vitest';
import { iconEntries } from './library.node.ts';
import { createNearestIcon } from './nearest-icon.ts';

const nearest = createNearestIcon(iconEntries());

it.each([
  ['aws:s3', 'aws:amazon-simple-storage-service'],
  ['aws:simple-storage-service', 'aws:amazon-simple-storage-service'],
  ['aws:ec2', 'aws:amazon-ec2'],
  ['aws:lambda', 'aws:aws-lambda'],
  ['aws:api-gateway', 'aws:amazon-api-gateway'],
  ['aws:cloudfront', 'aws:amazon-cloud-front'],
  ['aws:dynamodb', 'aws:amazon-dynamo-db'],
  ['aws:rds', 'aws:amazon-rds'],
  ['aws:route-53', 'aws:amazon-route53'],
  ['gcp:bigquery', 'gcp:big-query'],
  ['gcp:pubsub', 'gcp:pub-sub'],
  ['general:users', 'general:users'],
  ['general:tool', 'general:wrench'],
  ['general:check-circle', 'general:circle-check'],
  ['general:home', 'general:house'],
  ['general:kafka', 'tech:kafka-icon'],
  ['general:docker', 'tech:docker-icon'],
  ['general:postgres', 'tech:postgresql'],
])('takes %s for %s', (name, id) => {
  expect(nearest(name)).toBe(id);
});

it('finds nothing for what is no name', () => {
  expect(nearest('general:there-is-no-such-thing')).toBeUndefined();
  expect(nearest('aws:')).toBeUndefined();
  expect(nearest('nonsense')).toBeUndefined();
});
