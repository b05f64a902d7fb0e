export * from '../../ssda903/test/upstream-files.ts';
