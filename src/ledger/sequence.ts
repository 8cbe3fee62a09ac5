import { hash } from 'node:crypto'
import pg from 'pg'
import { dbOfClient } from '../platform/db.ts'
