terraform {
  required_version = ">= 1.6"
}

provider "aws" {
  region = var.region
}

variable "region" {
  default = "eu-central-1" # where the shop is
}

locals {
  name   = "shop-${var.region}"
  tables = { orders = aws_dynamodb_table.orders.name }
}

resource "aws_vpc" "shop" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "public" {
  count      = 2
  vpc_id     = aws_vpc.shop.id
  cidr_block = cidrsubnet(aws_vpc.shop.cidr_block, 8, count.index)
}

resource "aws_subnet" "private" {
  vpc_id = aws_vpc.shop.id
}

resource "aws_security_group" "web" {
  vpc_id = aws_vpc.shop.id
  ingress {
    from_port = 443
    to_port   = 443
  }
}

resource "aws_lb" "main" {
  subnets         = aws_subnet.public[*].id
  security_groups = [aws_security_group.web.id]
}

resource "aws_lb_target_group" "api" {
  vpc_id = aws_vpc.shop.id
}

resource "aws_lb_listener" "https" {
  load_balancer_arn = aws_lb.main.arn
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.api.arn
  }
}

/* The API runs
   in containers. */
resource "aws_ecs_service" "api" {
  desired_count = 3
  network_configuration {
    subnets = [aws_subnet.private.id]
  }
  load_balancer {
    target_group_arn = aws_lb_target_group.api.arn
  }
}

resource "aws_db_subnet_group" "db" {
  subnet_ids = [aws_subnet.private.id]
}

resource "aws_db_instance" "orders" {
  engine               = "postgres"
  db_subnet_group_name = aws_db_subnet_group.db.name
  password             = "never ${random_password.db.result} shown"
}

resource "random_password" "db" {
  length = 32
}

resource "aws_dynamodb_table" "orders" {
  name = "orders"
}

resource "aws_s3_bucket" "receipts" {
  bucket = "${local.name}-receipts"
}

resource "aws_iam_role" "printer" {
  assume_role_policy = <<-EOT
    { "Statement": [{ "Action": "sts:AssumeRole" }] }
  EOT
}

resource "aws_iam_role_policy" "printer" {
  role   = aws_iam_role.printer.id
  policy = jsonencode({
    Statement = [{ Resource = "${aws_s3_bucket.receipts.arn}/*" }]
  })
}

resource "aws_lambda_function" "printer" {
  role = aws_iam_role.printer.arn
  environment {
    variables = {
      TABLE = local.tables["orders"]
    }
  }
}

resource "aws_lambda_event_source_mapping" "printer" {
  event_source_arn = aws_sqs_queue.receipts.arn
  function_name    = aws_lambda_function.printer.arn
}

resource "aws_sqs_queue" "receipts" {
  for_each = toset(["fast", "slow"])
}

module "search" {
  source     = "./search"
  database   = aws_db_instance.orders.address
  depends_on = [aws_ecs_service.api]
}
