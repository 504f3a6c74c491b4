extern alias TestKit;

// The build program compiles this file in as well, and may not reference the test kit.
global using RepositoryRoot = TestKit::BitGrid.TestKit.RepositoryRoot;
