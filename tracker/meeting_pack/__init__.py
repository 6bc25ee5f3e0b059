"""会前包: pictures, the numbers behind them, slides and a document of one month, in one folder."""
