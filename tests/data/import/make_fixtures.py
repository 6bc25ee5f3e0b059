"""How the files beside this script were made: LibreOffice writes every one of them.

Run by hand where LibreOffice Calc, its python3-uno and openpyxl are installed; the tests only read
the files: `python tests/data/import/make_fixtures.py`. openpyxl lays the tables out, LibreOffice
opens and saves them, so what is committed is what LibreOffice really writes.
"""

import subprocess
import tempfile
from datetime import date
from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

HERE = Path(__file__).parent
SYSTEM_PYTHON = "/usr/bin/python3"  # the one that Debian's python3-uno belongs to
CSV = "csv:Text - txt - csv (StarCalc):44,34,{charset},1"
UTF_8, GB_18030 = 76, 85
PROTECT = """
import sys, time, uno
from com.sun.star.beans import PropertyValue
def value(name, given):
    made = PropertyValue(); made.Name, made.Value = name, given
    return made
local = uno.getComponentContext()
resolver = local.ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
for _ in range(100):
    try:
        there = resolver.resolve("uno:pipe,name=fixtures;urp;StarOffice.ComponentContext")
        break
    except Exception:
        time.sleep(0.2)
desktop = there.ServiceManager.createInstance("com.sun.star.frame.Desktop")
opened = desktop.loadComponentFromURL(sys.argv[1], "_blank", 0, (value("Hidden", True),))
from com.sun.star.beans import NamedValue
secret = uno.Any("[]com.sun.star.beans.NamedValue", (
    NamedValue("CryptoType", "Standard"), NamedValue("OOXPassword", "2023")))
modern = (value("FilterName", "Calc MS Excel 2007 XML"), value("EncryptionData", secret))
opened.storeToURL(sys.argv[2], modern)
old = (value("FilterName", "MS Excel 97"), value("Password", "2023"))
opened.storeToURL(sys.argv[3], old)
opened.close(True)
desktop.terminate()
"""


def main() -> None:
    """Write every fixture again."""
    with tempfile.TemporaryDirectory() as folder:
        drafts = Path(folder)
        for name, lay_out in (("growth", growth), ("month", one_month), ("indicators", indicators)):
            book = openpyxl.Workbook()
            lay_out(book.worksheets[0])
            book.save(drafts / f"{name}.xlsx")
            for kind in ("xlsx:Calc MS Excel 2007 XML", "xls:MS Excel 97"):
                convert(drafts / f"{name}.xlsx", kind)
        convert(drafts / "growth.xlsx", CSV.format(charset=UTF_8))
        (HERE / "growth.csv").rename(HERE / "growth-utf8.csv")
        convert(drafts / "growth.xlsx", CSV.format(charset=GB_18030))
        (HERE / "growth.csv").rename(HERE / "growth-gb18030.csv")
        protect(drafts / "growth.xlsx")


def convert(source: Path, kind: str) -> None:
    """Let LibreOffice open a draft and save it here."""
    command = ["soffice", "--headless", "--convert-to", kind, "--outdir", str(HERE), str(source)]
    subprocess.run(command, check=True, capture_output=True)


def protect(source: Path) -> None:
    """Let LibreOffice save a draft with a password, as .xlsx and as .xls."""
    listen = "--accept=pipe,name=fixtures;urp;"
    office = subprocess.Popen(["soffice", "--headless", "--norestore", listen])
    urls = [path.as_uri() for path in (source, HERE / "password.xlsx", HERE / "password.xls")]
    try:
        subprocess.run([SYSTEM_PYTHON, "-c", PROTECT, *urls], check=True)
        office.wait(60)
    finally:
        office.terminate()


def growth(sheet: Worksheet) -> None:
    """Regions down, months across, under merged headers; totals and notes below."""
    sheet.title = "固投"
    rows: list[list[object]] = [
        ["各市州固定资产投资增速"],
        ["", "", "", "", "单位：%"],
        ["地　区", "2023年", "", "", ""],
        ["", "1-2月", "1—3月", "1-4月", "前5月"],
        ["全省", 13.0, 13.4, 12.1, 11.0],
        ["兰 州 市", 5.0, 6.1, "-", "…"],
        ["嘉峪关", "下降8.0%", "持平", "－１．２", 3],
        ["临夏", 5.25, 6, 7, "增长１．５倍"],
        ["兰州新区", 20, 21.5, 22, 23],
        ["合计", 1, 2, 3, 4],
        ["注：兰州市数据不含兰州新区。"],
        ["填报日期：2024年6月10日"],
    ]
    for row in rows:
        sheet.append(row)
    for area in ("A1:E1", "B3:E3", "A3:A4"):
        sheet.merge_cells(area)


def one_month(sheet: Worksheet) -> None:
    """One month, regions × indicators: percentages, 万元, an error, a hidden row, a merged cell."""
    sheet.title = "Sheet1"
    rows: list[list[object]] = [
        ["2023年1—5月各市州主要经济指标"],
        ["市州", "招商引资到位资金（万元）", "", "固定资产投资", "备注"],
        ["", "总量", "增速", "增速", ""],
        ["兰州市", 7541000, 0.125, 0.067, "好"],
        ["白银市", 100000.5, -0.08, "=1/0", ""],
        ["天水市", "1,234,500", 0.3, 0.05, "公式出错的在上一行"],
        ["武威市", 500, 0.01, 0.02, "隐藏"],
        ["合计", 8875501, "", "", ""],
    ]
    for row in rows:
        sheet.append(row)
    for area in ("A1:E1", "A2:A3", "B2:C2"):
        sheet.merge_cells(area)
    for row in range(4, 8):
        for column in "CD":
            sheet[f"{column}{row}"].number_format = "0.0%"
    sheet.row_dimensions[7].hidden = True


def indicators(sheet: Worksheet) -> None:
    """Indicators down, real dates across; a unit column, and growth in a line below its amount."""
    sheet.title = "武威"
    rows: list[list[object]] = [
        ["武威市主要经济指标（累计）"],
        ["指标", "单位", date(2023, 4, 1), date(2023, 5, 31)],
        ["一、一般公共预算收入", "亿元", 12.5, 16.1],
        ["    同比增长", "%", 8.1, 7.9],
        ["二、社会消费品零售总额", "亿元", "—", 88],
        ["三、高技术制造业投资", "亿元", 1, 2],
        ["    同比增长", "%", 3, 4],
    ]
    for row in rows:
        sheet.append(row)
    for column in "CD":
        sheet[f"{column}2"].number_format = 'yyyy"年"m"月"'


if __name__ == "__main__":
    main()
