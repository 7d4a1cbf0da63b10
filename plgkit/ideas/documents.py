"""The five source documents, by file name."""

D0 = "000_81bdf990161badce.txt"
D1 = "001_f10db9fdbfe053f9.txt"
D2 = "002_65e2e8679eabcded.txt"
D3 = "003_dc56d2268f87173e.txt"
D4 = "004_e7cbcf3f714f862b.txt"

TITLES = {
    D0: "Ten statements on product-led companies",
    D1: "The business case for being product led (26 May 2023)",
    D2: "Product-led culture, a glossary entry",
    D3: "Being product-led means having a vision, a mentor's article",
    D4: "What product-led looks like in practice",
}
