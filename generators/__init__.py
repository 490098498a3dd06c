"""Records made into things people use: pages, forms, flowcharts."""
