import { readFileSync } from 'node:fs';
import { iconEntries } from '@autograph/icons/library.node.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ForeignFileError, findImporter } from '../../importers.ts';
import { readArchitecture } from '../../testing/read-architecture.ts';
import { typeIcons } from './kinds.ts';
import { manifest } from './manifest.ts';

const shop = readFileSync(new URL('../../testing/shop.tf', import.meta.url), 'utf8');

async function terraform(text: string) {
  const { diagrams, warnings } = (await manifest.load())(text);
  return { ...readArchitecture(diagrams[0]?.source ?? ''), warnings, source: diagrams[0]?.source ?? '' };
}

describe('Terraform', () => {
  it('shows the resources of a shop in their networks, and who uses whom, also through roles, rules and mappings', async () => {
    expect(findImporter(shop)).toBe(manifest);
    const { nodes, groups, links, warnings, source } = await terraform(shop);
    expect(groups).toEqual(['shop', 'public ×2 in shop', 'private in shop']);
    expect(nodes).toEqual({
      lb: 'aws:elastic-load-balancing in public ×2',
      api: 'aws:amazon-elastic-container-service in private',
      'orders (db instance)': 'tech:postgresql in private',
      'orders (dynamodb table)': 'aws:amazon-dynamo-db',
      'receipts (s3 bucket)': 'aws:amazon-simple-storage-service',
      printer: 'aws:aws-lambda',
      'receipts (sqs queue) ×n': 'aws:amazon-simple-queue-service',
      search: 'general:boxes',
    });
    expect(links).toEqual([
      'lb → api',
      'printer – receipts (s3 bucket)',
      'printer → orders (dynamodb table)',
      'receipts (sqs queue) ×n → printer',
      'search → api',
      'search → orders (db instance)',
    ]);
    expect(warnings.map(({ message }) => message)).toEqual(['6 policies, rules and attachments are drawn as links at most.']);
    expect(source).not.toContain('never');
  });

  it('frames what is in a resource group of Azure and calls a database through a local value', async () => {
    const { nodes, groups, links } = await terraform(`
      locals { database = azurerm_mssql_database.main.id }
      resource "azurerm_resource_group" "shop" { location = "westeurope" }
      resource "azurerm_linux_function_app" "api" {
        resource_group_name = azurerm_resource_group.shop.name
        app_settings = { DB = local.database }
      }
      resource "azurerm_mssql_database" "main" {
        resource_group_name = azurerm_resource_group.shop.name
      }`);
    expect(groups).toEqual(['shop']);
    expect(nodes).toEqual({ api: 'azure:function-apps in shop', 'mssql database': 'azure:sql-database in shop' });
    expect(links).toEqual(['api → mssql database']);
  });

  it('places what stands in several subnets in the network around them', async () => {
    const { nodes } = await terraform(`
      resource "aws_vpc" "net" {}
      resource "aws_subnet" "a" { vpc_id = aws_vpc.net.id }
      resource "aws_subnet" "b" { vpc_id = aws_vpc.net.id }
      resource "aws_lb" "front" { subnets = [aws_subnet.a.id, aws_subnet.b.id] }
      resource "aws_instance" "one" { subnet_id = aws_subnet.a.id }`);
    expect(nodes).toMatchObject({ front: 'aws:elastic-load-balancing in net', one: 'aws:amazon-ec2 in a' });
  });

  it('reads remarks, quotes in templates and texts over several lines for what they are', async () => {
    const { nodes, links } = await terraform(`
      resource "aws_sqs_queue" "q" {} # resource "aws_instance" "no" {}
      /* resource "aws_instance" "neither" {} */
      resource "aws_instance" "web" {
        name = "a \\" } \${upper("x}\${aws_sqs_queue.q.name}")} $\${aws_s3_bucket.none.id}"
        user_data = <<-EOF
          } echo \${aws_db_instance.db.address}
        EOF
      }
      resource "aws_db_instance" "db" { engine = "mysql" }`);
    expect(nodes).toEqual({ q: 'aws:amazon-simple-queue-service', web: 'aws:amazon-ec2', db: 'tech:mysql-icon' });
    expect(links).toEqual(['web → db', 'web → q']);
  });

  it('has icons that there are', () => {
    const known = new Set(iconEntries().map(({ id }) => id));
    expect(typeIcons.filter((icon) => !known.has(icon))).toEqual([]);
  });

  it('says when there is nothing to draw', async () => {
    await expect(terraform('variable "a" {}\nmodule {\n')).rejects.toThrow('no resources or modules');
  });

  it('reads a file that breaks off anywhere, or says why not', async () => {
    const read = await manifest.load();
    fc.assert(
      fc.property(fc.nat(shop.length), fc.nat(shop.length), (from, to) => {
        try {
          read(shop.slice(0, from) + shop.slice(to));
        } catch (error) {
          if (!(error instanceof ForeignFileError)) throw error;
        }
      }),
    );
  });
});
