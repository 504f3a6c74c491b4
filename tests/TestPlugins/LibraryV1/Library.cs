namespace BitGrid.TestPlugins;

public static class Library
{
    public static double Version => 1;
}
